package org.silofri.node.web.listing;

import java.time.Instant;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.graph.EntryRecord;
import org.silofri.catalogue.graph.EntrySummary;
import org.silofri.ontology.SF;

/** What a list shows of an entry, read from its whole record. */
public final class Summaries {

    private Summaries() {}

    public static EntrySummary of(EntryRecord entry) {
        return new EntrySummary(
                entry.iri(),
                entry.kind(),
                entry.provenance().city(),
                entry.title(),
                entry.provenance().time().orElse(Instant.EPOCH),
                notation(entry, SF.verdict.asNode()),
                notation(entry, SF.rung.asNode()),
                entry.values(DCTerms.subject.asNode()).stream().map(Summaries::notation).toList());
    }

    /** Notation of the first concept that the entry has there; null when there is none. */
    public static @Nullable String notation(EntryRecord entry, Node property) {
        return entry.values(property).stream().findFirst().map(Summaries::notation).orElse(null);
    }

    /** A concept's IRI ends with its notation. */
    private static String notation(Node concept) {
        String iri = concept.toString();
        return iri.substring(iri.lastIndexOf('/') + 1);
    }
}
