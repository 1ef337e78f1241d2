package org.silofri.catalogue.entry;

import java.util.Arrays;
import java.util.Optional;

/** What an entry is about; each kind is a class of the ontology and a part of the entry's IRI. */
public enum EntryKind {
    PROBLEM("problem", "Problem"),
    PILOT("pilot", "Pilot"),
    SOLUTION("solution", "Solution"),
    RESULT("result", "Result"),
    SCALING_EVENT("scaling-event", "ScalingEvent"),
    GOAL("goal", "Goal"),
    TARGET("target", "Target"),
    INDICATOR("indicator", "Indicator"),
    PARTNER("partner", "Partner"),
    /** A member of the network; only in the coordinator's log (F18). */
    MEMBER("member", "Member", Authors.COORDINATOR),
    /** A problem that several cities have; only in the coordinator's log (F18). */
    SHARED_PROBLEM("shared-problem", "SharedProblem", Authors.COORDINATOR),
    /** Who is asked to lead; only in the coordinator's log (F18). */
    LEAD_PROPOSAL("lead-proposal", "LeadProposal", Authors.COORDINATOR),
    /** What a city answers; only in its own log, and about itself (F18). */
    LEAD_ANSWER("lead-answer", "LeadAnswer", Authors.CITY),
    /** The role of a city; only in the coordinator's log (F18). */
    LEAD_ASSIGNMENT("lead-assignment", "LeadAssignment", Authors.COORDINATOR);

    /** In whose log a kind may stand. */
    private enum Authors {
        ANYONE,
        COORDINATOR,
        CITY
    }

    private static final String NAMESPACE = "https://w3id.org/silofri/ns#";

    private final String path;
    private final String localName;
    private final Authors authors;

    EntryKind(String path, String localName) {
        this(path, localName, Authors.ANYONE);
    }

    EntryKind(String path, String localName, Authors authors) {
        this.path = path;
        this.localName = localName;
        this.authors = authors;
    }

    /** As written in IRIs, for example {@code scaling-event}. */
    public String path() {
        return path;
    }

    /** IRI of the class in the ontology. */
    public String classIri() {
        return NAMESPACE + localName;
    }

    /** Tells whether only the coordinator may publish this kind (F18). */
    public boolean coordinatorOnly() {
        return authors == Authors.COORDINATOR;
    }

    /** Tells whether every city may publish this kind, and the coordinator too. */
    public boolean open() {
        return authors == Authors.ANYONE;
    }

    /**
     * Tells whether a log may hold this kind (F18).
     *
     * @param coordinators whether it is the coordinator's log
     */
    public boolean belongsIn(boolean coordinators) {
        return switch (authors) {
            case ANYONE -> true;
            case COORDINATOR -> coordinators;
            case CITY -> !coordinators;
        };
    }

    /**
     * Tells whether lists and search show this kind; members and what makes a lead have pages of
     * their own.
     */
    public boolean listed() {
        return open() || this == SHARED_PROBLEM;
    }

    /** The kind written so in IRIs. */
    public static Optional<EntryKind> ofPath(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }

    /** The kind of that class of the ontology. */
    public static Optional<EntryKind> ofClass(String iri) {
        return Arrays.stream(values()).filter(kind -> kind.classIri().equals(iri)).findFirst();
    }
}
