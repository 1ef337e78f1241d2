package org.silofri.node.replication;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.Snapshot;
import org.silofri.catalogue.event.CatalogueEvent;
import org.silofri.catalogue.event.Decoded;
import org.silofri.catalogue.event.EventHeader;
import org.silofri.catalogue.event.QuarantineReason;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.event.Tombstone;
import org.silofri.catalogue.log.Verdict;
import org.silofri.catalogue.validation.ShapeValidator;
import org.silofri.catalogue.validation.ValidationOutcome;
import org.silofri.catalogue.validation.Violation;
import org.silofri.node.membership.Members;
import org.silofri.ontology.Ontology;

/** Judges what an authentic event says (F15): form, ontology version, authority (F18), shapes. */
final class ContentCheck {

    private static final int MOST_FINDINGS = 3;

    private final Members members;
    private final ShapeValidator shapes;

    ContentCheck(Members members, ShapeValidator shapes) {
        this.members = members;
        this.shapes = shapes;
    }

    /**
     * Looks at what the event says.
     *
     * @return why it must not be projected; empty when it may
     */
    Optional<Verdict.Quarantined> finding(SignedEvent event) {
        return switch (CatalogueEvent.decode(event)) {
            case Decoded.Faulty(var header, var reason, var detail) -> fault(reason, detail);
            case Decoded.Pending pending -> Optional.empty();
            case Decoded.Sound(var sound) -> finding(sound);
        };
    }

    private Optional<Verdict.Quarantined> finding(CatalogueEvent event) {
        Optional<String> version = Ontology.versionOf(event.header().dataschema());
        if (version.isEmpty()) {
            return fault(QuarantineReason.ONTOLOGY, event.header().dataschema());
        }
        return switch (event) {
            case CatalogueEvent.Published(var header, var snapshot) ->
                    authority(header, snapshot.entry())
                            .or(() -> publisher(header, snapshot))
                            .or(() -> shape(snapshot, version.get()));
            case CatalogueEvent.Withdrawn(var header, var entry, var reason, var time) ->
                    authority(header, entry)
                            .or(() -> reason(new Tombstone(entry, reason, time).snapshot()));
            case CatalogueEvent.PayloadErased(var header, var entry, var erasure) ->
                    authority(header, entry);
            case CatalogueEvent.KeyChanged keys -> Optional.empty();
            case CatalogueEvent.EpochStarted epoch -> Optional.empty();
        };
    }

    private Optional<Verdict.Quarantined> authority(EventHeader header, EntryIri entry) {
        CityId city = header.city();
        boolean own = base(city).filter(base -> base.owns(entry)).isPresent();
        boolean may = entry.kind().belongsIn(city.equals(members.coordinator()));
        return own && may
                ? Optional.empty()
                : fault(QuarantineReason.AUTHORITY, "%s is not %s's".formatted(entry, city));
    }

    private Optional<Verdict.Quarantined> publisher(EventHeader header, Snapshot snapshot) {
        Node entry = NodeFactory.createURI(snapshot.entry().value());
        Graph graph = snapshot.graph();
        List<Node> named =
                graph.find(entry, DCTerms.publisher.asNode(), Node.ANY)
                        .mapWith(triple -> triple.getObject())
                        .toList();
        String base = base(header.city()).map(BaseIri::value).orElse("");
        return named.stream().allMatch(node -> node.isURI() && node.getURI().equals(base))
                ? Optional.empty()
                : fault(QuarantineReason.AUTHORITY, "names another publisher");
    }

    /** The reason of a withdrawal stays for ever, so it tells of nobody (F14). */
    private Optional<Verdict.Quarantined> reason(Snapshot tombstone) {
        return found(shapes.validateTexts(tombstone.entry(), tombstone.graph()));
    }

    private Optional<Verdict.Quarantined> shape(Snapshot snapshot, String version) {
        return found(shapes.validate(snapshot, version));
    }

    private static Optional<Verdict.Quarantined> found(ValidationOutcome outcome) {
        return switch (outcome) {
            case ValidationOutcome.Conforms conforms -> Optional.empty();
            case ValidationOutcome.Violations(var violations, var warnings) ->
                    fault(
                            QuarantineReason.SHAPE,
                            violations.stream()
                                    .map(Violation::rule)
                                    .distinct()
                                    .limit(MOST_FINDINGS)
                                    .reduce("", (all, rule) -> all + " " + rule)
                                    .strip());
        };
    }

    private Optional<BaseIri> base(CityId city) {
        return members.byCity(city).map(member -> member.base());
    }

    private static Optional<Verdict.Quarantined> fault(QuarantineReason reason, String detail) {
        return Optional.of(new Verdict.Quarantined(reason, detail, Optional.empty()));
    }
}
