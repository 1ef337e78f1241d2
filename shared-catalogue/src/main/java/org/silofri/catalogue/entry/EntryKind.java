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
    MEMBER("member", "Member");

    private static final String NAMESPACE = "https://w3id.org/silofri/ns#";

    private final String path;
    private final String localName;

    EntryKind(String path, String localName) {
        this.path = path;
        this.localName = localName;
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
        return this == MEMBER;
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
