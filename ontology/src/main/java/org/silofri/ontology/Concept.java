package org.silofri.ontology;

import java.util.Map;

/**
 * One entry of a {@link CodeList}.
 *
 * @param list the scheme it stands in
 * @param notation as written in IRIs and tables, for example {@code air-quality}
 * @param iri of the SKOS concept
 * @param labels by language: da, nb, nn, sv, fi, is and en, none missing
 * @param definition in English, for tooltips and the documentation
 */
public record Concept(
        CodeList list, String notation, String iri, Map<String, String> labels, String definition) {

    /** Copies the labels. */
    public Concept {
        labels = Map.copyOf(labels);
    }

    /**
     * Label in the reader's language.
     *
     * @param language BCP 47 tag; a region is ignored, {@code no} reads as {@code nb}
     * @return the English label when the language has none
     */
    public String label(String language) {
        return Languages.pick(labels, language).orElse(notation);
    }
}
