package org.silofri.catalogue.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.silofri.catalogue.entry.CanonicalNTriples;
import org.silofri.catalogue.entry.CanonicalResult;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.Snapshot;

/**
 * What stays of a withdrawn entry (F13). The payload has exactly {@code prov:invalidatedAtTime} and
 * one {@code sf:withdrawalReason} a language.
 *
 * @param reason by language tag, at least one
 * @param time when the entry ceased to hold
 */
public record Tombstone(EntryIri entry, Map<String, String> reason, Instant time) {

    private static final Node INVALIDATED =
            NodeFactory.createURI("http://www.w3.org/ns/prov#invalidatedAtTime");
    private static final Node REASON =
            NodeFactory.createURI("https://w3id.org/silofri/ns#withdrawalReason");

    /**
     * @throws IllegalArgumentException if no reason is given
     */
    public Tombstone {
        if (reason.isEmpty()) {
            throw new IllegalArgumentException(
                    "Withdrawal of %s has no reason; give one".formatted(entry));
        }
        reason = java.util.Collections.unmodifiableMap(new TreeMap<>(reason));
        time = time.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * The payload of the withdrawal.
     *
     * @throws IllegalArgumentException if a reason is no text or its language no tag
     */
    public Snapshot snapshot() {
        Graph graph = GraphFactory.createGraphMem();
        Node subject = NodeFactory.createURI(entry.value());
        graph.add(
                subject,
                INVALIDATED,
                NodeFactory.createLiteralDT(WireTime.write(time), XSDDatatype.XSDdateTime));
        reason.forEach((language, text) ->
                graph.add(subject, REASON, NodeFactory.createLiteralLang(text, language)));
        return switch (CanonicalNTriples.of(graph, entry)) {
            case CanonicalResult.Canonical(Snapshot snapshot) -> snapshot;
            case CanonicalResult.Refused(var problems) ->
                    throw new IllegalArgumentException(String.join("; ", problems));
        };
    }

    /**
     * @throws Malformed if the snapshot says anything else
     */
    static Tombstone read(Snapshot snapshot) {
        Map<String, String> reason = new TreeMap<>();
        Instant time = null;
        for (Triple triple : snapshot.graph().find().toList()) {
            Node object = triple.getObject();
            boolean own = triple.getSubject().hasURI(snapshot.entry().value());
            if (own && triple.getPredicate().equals(INVALIDATED) && time == null) {
                time = time(object);
            } else if (own && triple.getPredicate().equals(REASON) && isReason(object, reason)) {
                reason.put(object.getLiteralLanguage(), object.getLiteralLexicalForm());
            } else {
                throw new Malformed("Withdrawal says more than one time and reasons by language");
            }
        }
        if (time == null || reason.isEmpty()) {
            throw new Malformed("Withdrawal lacks time or reason");
        }
        return new Tombstone(snapshot.entry(), reason, time);
    }

    CatalogueEvent.Withdrawn event(EventHeader header) {
        return new CatalogueEvent.Withdrawn(header, entry, reason, time);
    }

    private static boolean isReason(Node object, Map<String, String> known) {
        return object.isLiteral()
                && !object.getLiteralLanguage().isEmpty()
                && !known.containsKey(object.getLiteralLanguage());
    }

    private static Instant time(Node object) {
        try {
            if (object.isLiteral()
                    && XSDDatatype.XSDdateTime.getURI().equals(object.getLiteralDatatypeURI())) {
                return OffsetDateTime.parse(object.getLiteralLexicalForm()).toInstant();
            }
        } catch (DateTimeException e) {
            throw new Malformed("Time of withdrawal lacks its zone", e);
        }
        throw new Malformed("Time of withdrawal is no xsd:dateTime");
    }
}
