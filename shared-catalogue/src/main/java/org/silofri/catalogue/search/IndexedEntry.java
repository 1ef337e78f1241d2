package org.silofri.catalogue.search;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.ontology.SF;

/**
 * What the index knows of an entry.
 *
 * @param titles by language tag's first part
 * @param texts the description, then all other words of the entry; by language
 * @param themes notations
 * @param links what the entry points at, by field: see {@link Link}
 */
record IndexedEntry(
        EntryIri iri,
        CityId city,
        Instant updated,
        String payloadHash,
        SequencedMap<String, String> titles,
        SequencedMap<String, String> texts,
        Set<String> themes,
        @Nullable String verdict,
        @Nullable String rung,
        boolean superseded,
        List<Link> links) {

    /** Between the texts of one language. */
    static final String SEPARATOR = " · ";

    private static final Node TITLE = DCTerms.title.asNode();
    private static final Node DESCRIPTION = DCTerms.description.asNode();
    private static final Node SUBJECT = DCTerms.subject.asNode();
    private static final Node VERDICT = SF.verdict.asNode();
    private static final Node RUNG = SF.rung.asNode();
    private static final Node SUPERSEDED_BY = SF.supersededBy.asNode();

    /** A link that leads from an entry to what came of it, by name of the index field. */
    record Link(String field, String target) {

        static final String GENERATED_BY = "generatedBy";
        static final String TESTS = "tests";
        static final String ADDRESSES = "addresses";

        private static final Map<Node, String> FIELDS =
                Map.of(
                        NodeFactory.createURI("http://www.w3.org/ns/prov#wasGeneratedBy"),
                        GENERATED_BY,
                        SF.tests.asNode(),
                        TESTS,
                        SF.addresses.asNode(),
                        ADDRESSES);
    }

    /** Reads an entry's triples, always in the same order. */
    static IndexedEntry of(
            EntryIri iri, CityId city, Instant updated, String payloadHash, List<Triple> triples) {
        Node entry = NodeFactory.createURI(iri.value());
        var reading = new Reading(entry);
        triples.forEach(reading::read);
        return new IndexedEntry(
                iri,
                city,
                updated,
                payloadHash,
                reading.titles,
                reading.texts(),
                reading.themes,
                reading.verdict,
                reading.rung,
                reading.superseded,
                List.copyOf(reading.links));
    }

    /** Collects the parts in the order in which the triples come. */
    private static final class Reading {
        private final Node entry;
        private final TreeMap<String, String> titles = new TreeMap<>();
        private final TreeMap<String, String> descriptions = new TreeMap<>();
        private final TreeMap<String, String> more = new TreeMap<>();
        private final TreeSet<String> themes = new TreeSet<>();
        private final Set<Link> links = new LinkedHashSet<>();
        private @Nullable String verdict;
        private @Nullable String rung;
        private boolean superseded;

        private Reading(Node entry) {
            this.entry = entry;
        }

        private void read(Triple triple) {
            boolean own = triple.getSubject().equals(entry);
            if (triple.getObject().isLiteral()) {
                readLiteral(own, triple.getPredicate(), triple.getObject());
            } else if (own && triple.getObject().isURI()) {
                readLink(triple.getPredicate(), triple.getObject().getURI());
            }
        }

        private void readLiteral(boolean own, Node predicate, Node literal) {
            String lang = literal.getLiteralLanguage();
            if (lang.isEmpty() && !predicate.equals(TITLE)) {
                return;
            }
            TreeMap<String, String> texts = more;
            if (own && predicate.equals(TITLE)) {
                texts = titles;
            } else if (own && predicate.equals(DESCRIPTION)) {
                texts = descriptions;
            }
            texts.merge(Language.primary(lang), literal.getLiteralLexicalForm(), Reading::joined);
        }

        private void readLink(Node predicate, String target) {
            if (predicate.equals(SUBJECT)) {
                themes.add(notation(target));
            } else if (predicate.equals(VERDICT)) {
                verdict = notation(target);
            } else if (predicate.equals(RUNG)) {
                rung = notation(target);
            } else if (predicate.equals(SUPERSEDED_BY)) {
                superseded = true;
            } else {
                String field = Link.FIELDS.get(predicate);
                if (field != null) {
                    links.add(new Link(field, target));
                }
            }
        }

        private SequencedMap<String, String> texts() {
            var texts = new TreeMap<>(descriptions);
            more.forEach((lang, text) -> texts.merge(lang, text, Reading::joined));
            return texts;
        }

        /** Parted by a sign that no word holds, so that a passage shows where a text ends. */
        private static String joined(String first, String next) {
            return first + SEPARATOR + next;
        }

        private static String notation(String concept) {
            return concept.substring(concept.lastIndexOf('/') + 1);
        }
    }
}
