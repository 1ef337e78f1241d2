package org.silofri.catalogue.graph;

/**
 * Something that was scaled.
 *
 * @param entry the pilot, solution or result
 * @param event the scaling event that proves it, perhaps another city's
 */
public record ScaledEntry(EntrySummary entry, EntrySummary event) {}
