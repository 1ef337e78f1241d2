package org.silofri.node.intake.draft;

/** What came of keeping a draft. */
public sealed interface DraftResult {

    /** It is kept under its new version. */
    record Kept(Draft draft) implements DraftResult {}

    /**
     * Somebody else has kept another version since; nothing was written.
     *
     * @param theirs the version that is kept
     */
    record Overtaken(Draft theirs) implements DraftResult {}

    /** It was published or thrown away since; nothing was written. */
    record Gone() implements DraftResult {}

    /** The city has as many drafts as are kept, or this one is too large. */
    record Full() implements DraftResult {}
}
