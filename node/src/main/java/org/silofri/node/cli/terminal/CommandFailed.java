package org.silofri.node.cli.terminal;

/** A command cannot be carried out; says why and what to do. */
public final class CommandFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * A failure that the operator can do something about.
     *
     * @param remedy what the operator does next
     */
    public CommandFailed(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
