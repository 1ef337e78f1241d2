package org.silofri.node.cli;

/** A command cannot be carried out; says why and what to do. */
final class CommandFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param remedy what the operator does next
     */
    CommandFailed(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
