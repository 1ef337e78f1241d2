package org.silofri.node.identity;

import org.jspecify.annotations.Nullable;

/** The data folder and the settings do not make a node; the message tells the remedy. */
public final class NotStartable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String remedy;

    /**
     * @param problem what is wrong, a sentence
     * @param remedy what the operator can do, a sentence
     */
    public NotStartable(String problem, String remedy) {
        this(problem, remedy, null);
    }

    /** Like {@link #NotStartable(String, String)}, with what it comes from. */
    public NotStartable(String problem, String remedy, @Nullable Throwable cause) {
        super(problem + "; " + remedy, cause);
        this.problem = problem;
        this.remedy = remedy;
    }

    /** What is wrong. */
    public String problem() {
        return problem;
    }

    /** What the operator can do. */
    public String remedy() {
        return remedy;
    }
}
