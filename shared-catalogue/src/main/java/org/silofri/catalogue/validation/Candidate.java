package org.silofri.catalogue.validation;

import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryKind;

/**
 * An entry on its way to intake.
 *
 * @param city whose log it shall stand in
 * @param kind what it is about
 * @param key the source's own key, which makes a second submission an update; {@code null} → one is
 *     minted
 * @param graph subjects are {@link #NEW} and its fragments, or the final IRI and its fragments
 * @param origin where it comes from, for messages: {@code row 7 of plan.xlsx}
 */
public record Candidate(
        CityId city, EntryKind kind, @Nullable String key, Graph graph, String origin) {

    /** Stands for the entry's IRI until intake gives it one. */
    public static final String NEW = "urn:silofri:new";
}
