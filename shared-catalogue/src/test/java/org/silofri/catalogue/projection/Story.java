package org.silofri.catalogue.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CanonicalNTriples;
import org.silofri.catalogue.entry.CanonicalResult;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.entry.Snapshot;
import org.silofri.catalogue.event.CatalogueEvent;
import org.silofri.catalogue.event.Envelope;
import org.silofri.catalogue.event.EpochStart;
import org.silofri.catalogue.event.Erasure;
import org.silofri.catalogue.event.EventHeader;
import org.silofri.catalogue.event.EventType;
import org.silofri.catalogue.event.Hashes;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;

/** Changes for tests of projections, without keys and log. */
public final class Story {

    private static final Instant BEGIN = Instant.parse("2026-01-01T08:00:00Z");

    private Instant time = BEGIN;
    private final List<Change> changes = new ArrayList<>();
    private final Map<CityId, Position> positions = new HashMap<>();
    private final Map<EntryIri, Position> published = new HashMap<>();

    /** IRI of an entry in a story. */
    public static EntryIri iri(String city, EntryKind kind, String key) {
        return new BaseIri("https://" + city + ".example").entry(kind, key);
    }

    /** Sets the clock; a second passes with each change. */
    public Story at(Instant now) {
        time = now;
        return this;
    }

    /** All changes so far as one batch. */
    public Batch batch() {
        return new Batch(changes, changes.size());
    }

    /** The changes so far, in order. */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    /** Batch of one or more of the changes. */
    public static Batch batch(long upTo, Change... changes) {
        return new Batch(List.of(changes), upTo);
    }

    /** An entry with a title in Norwegian. */
    public Change publish(String city, EntryKind kind, String key, String title) {
        return publish(city, kind, key, about -> about.title("nb", title));
    }

    /** An entry that says what the caller adds. */
    public Change publish(String city, EntryKind kind, String key, Consumer<About> content) {
        EntryIri iri = iri(city, kind, key);
        Graph graph = GraphFactory.createGraphMem();
        content.accept(new About(iri, graph));
        EventHeader header = next(city);
        published.put(iri, header.position());
        return add(new CatalogueEvent.Published(header, snapshot(iri, graph)), iri);
    }

    /** Takes an entry back. */
    public Change withdraw(EntryIri iri, String reason) {
        EventHeader header = next(cityOf(iri));
        published.put(iri, header.position());
        return add(
                new CatalogueEvent.Withdrawn(header, iri, Map.of("en", reason), header.time()),
                iri);
    }

    /** Erases the version that was published or withdrawn last. */
    public Change erase(EntryIri iri) {
        Position position = published.getOrDefault(iri, Position.START);
        return erase(iri, position);
    }

    /** Erases some version, when there is one that is not erased yet. */
    public void eraseAny(EntryIri iri, Random random) {
        List<Position> versions =
                changes.stream()
                        .flatMap(change -> EntryState.of(change.event()).stream())
                        .filter(state -> state.entry().equals(iri))
                        .collect(
                                Collectors.toMap(
                                        EntryState::position,
                                        EntryState::held,
                                        (first, second) -> second,
                                        TreeMap::new))
                        .values()
                        .stream()
                        .filter(held -> !held.erased())
                        .map(EntryState.Held::position)
                        .toList();
        if (!versions.isEmpty()) {
            erase(iri, versions.get(random.nextInt(versions.size())));
        }
    }

    /** Erases a version. */
    public Change erase(EntryIri iri, Position position) {
        var erasure = new Erasure(position, hash(cityOf(iri), position));
        return add(new CatalogueEvent.PayloadErased(next(cityOf(iri)), iri, erasure), iri);
    }

    /** Opens a city's next epoch after the event numbered so. */
    public Change startEpoch(String city, long lastSeq) {
        var id = new CityId(city);
        Position old = positions.getOrDefault(id, new Position(1, 0));
        positions.put(id, new Position(old.epoch() + 1, 0));
        var start =
                new EpochStart(
                        old.epoch(),
                        lastSeq,
                        hash(city, new Position(old.epoch(), Math.max(1, lastSeq))),
                        EpochStart.Reason.RESTORED,
                        null);
        return add(
                new CatalogueEvent.EpochStarted(next(city), start),
                iri(city, EntryKind.PROBLEM, "none"));
    }

    private static String cityOf(EntryIri iri) {
        return iri.base().replace("https://", "").replace(".example", "");
    }

    private EventHeader next(String city) {
        var id = new CityId(city);
        Position last = positions.getOrDefault(id, new Position(1, 0));
        var position = new Position(last.epoch(), last.seq() + 1);
        positions.put(id, position);
        return new EventHeader(
                id,
                position,
                hash(city, position),
                "thumbprint",
                time.plusSeconds(changes.size()),
                Envelope.ONTOLOGY_1_0);
    }

    private static String hash(String city, Position position) {
        return Hashes.sha256(city + position);
    }

    private Change add(CatalogueEvent event, EntryIri subject) {
        EventHeader header = event.header();
        var envelope =
                new Envelope(
                        header.city(),
                        header.position().epoch(),
                        header.position().seq(),
                        Hashes.NONE,
                        EventType.PUBLISHED,
                        subject.value(),
                        header.time(),
                        header.dataschema(),
                        "application/n-triples",
                        Hashes.sha256(subject.value() + header.position()));
        var change =
                new Change(changes.size() + 1L, event, new SignedEvent(envelope, "story", null));
        changes.add(change);
        return change;
    }

    private static Snapshot snapshot(EntryIri iri, Graph graph) {
        return switch (CanonicalNTriples.of(graph, iri)) {
            case CanonicalResult.Canonical(var snapshot) -> snapshot;
            case CanonicalResult.Refused(var problems) ->
                    throw new IllegalArgumentException(problems.toString());
        };
    }

    /** What an entry says. */
    public static final class About {
        private final Node entry;
        private final Graph graph;

        private About(EntryIri iri, Graph graph) {
            this.entry = NodeFactory.createURI(iri.value());
            this.graph = graph;
            link(RDF.type.asNode(), iri.kind().classIri());
        }

        /** Adds a title. */
        public About title(String lang, String text) {
            return literal(DCTerms.title.asNode(), NodeFactory.createLiteralLang(text, lang));
        }

        /** Adds a description. */
        public About text(String lang, String text) {
            return literal(DCTerms.description.asNode(), NodeFactory.createLiteralLang(text, lang));
        }

        /** Adds a literal. */
        public About literal(Node property, Node literal) {
            graph.add(entry, property, literal);
            return this;
        }

        /** Adds a link. */
        public About link(Node property, String target) {
            graph.add(entry, property, NodeFactory.createURI(target));
            return this;
        }

        /** Adds a triple about a fragment of the entry, and a link to it. */
        public About part(String fragment, Node link, Node property, Node literal) {
            Node part = NodeFactory.createURI(entry.getURI() + "#" + fragment);
            graph.add(entry, link, part);
            graph.add(part, property, literal);
            return this;
        }

        /** Adds a concept of a scheme. */
        public About concept(Node property, String scheme, String notation) {
            return link(property, "https://w3id.org/silofri/ns/" + scheme + "/" + notation);
        }
    }
}
