package org.silofri.node.web.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.graph.EntryRecord;
import org.silofri.catalogue.graph.EntrySummary;
import org.silofri.catalogue.graph.Provenance;
import org.silofri.catalogue.log.LoggedVersion;
import org.silofri.node.projection.Projections;
import org.silofri.node.status.NetworkStatus;
import org.silofri.node.web.listing.Badges;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.listing.EntryLines;
import org.silofri.node.web.listing.EntryLinks;
import org.silofri.node.web.listing.Summaries;
import org.silofri.node.web.wording.Terms;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.Wording;
import org.silofri.ontology.SF;
import org.springframework.stereotype.Component;

/** Puts together what the page of an entry shows. */
@Component
public class EntryViews {

    private static final Node DEMONSTRATION = SF.demonstration.asNode();

    private final Projections projections;
    private final NetworkStatus status;
    private final EntryLinks links;
    private final EntryLines lines;
    private final Cities cities;

    EntryViews(
            Projections projections,
            NetworkStatus status,
            EntryLinks links,
            EntryLines lines,
            Cities cities) {
        this.projections = projections;
        this.status = status;
        this.links = links;
        this.lines = lines;
        this.cities = cities;
    }

    List<Version> versions(List<LoggedVersion> logged, Wording say) {
        return new Versions(say, new Values(say, links)).of(logged);
    }

    WithdrawnView withdrawn(EntryRecord entry, List<Version> versions, Wording say) {
        Provenance from = entry.provenance();
        Map<String, String> reasons = new TreeMap<>(from.withdrawalReason());
        return new WithdrawnView(
                entry.iri().value(),
                Terms.kind(entry.kind(), say.language()),
                cities.term(from.city(), say),
                say.when(from.invalidatedAt().orElse(Instant.EPOCH)),
                texts(reasons, say),
                versions);
    }

    /** The page of an entry that holds. */
    public EntryView entry(EntryRecord entry, List<Version> versions, Wording say) {
        Values values = new Values(say, links);
        Facts facts = new Facts(entry, say, values);
        List<Text> titles = texts(entry.title(), say);
        Map<String, String> descriptions = entry.description();
        return new EntryView(
                entry.iri().value(),
                Terms.kind(entry.kind(), say.language()),
                titles.isEmpty() ? Text.plain(entry.iri().key()) : titles.getFirst(),
                titles.size() > 1 ? titles.subList(1, titles.size()) : List.of(),
                Badges.of(
                        Summaries.notation(entry, SF.rung.asNode()),
                        Summaries.notation(entry, SF.verdict.asNode()),
                        say),
                entry.values(DCTerms.subject.asNode()).stream()
                        .map(theme ->
                                Terms.theme(Properties.localName(theme.toString()), say.language()))
                        .toList(),
                !entry.values(DEMONSTRATION).isEmpty(),
                descriptions.isEmpty() ? null : Text.pick(descriptions, say.language()),
                facts.table(),
                facts.measures(),
                Linked.of(entry, this::summary, lines, say),
                origin(entry, values, say),
                delivery(entry.provenance(), say),
                versions,
                formats(entry.iri()),
                sheet(entry.iri()));
    }

    /** The reader's language first. */
    private static List<Text> texts(Map<String, String> byLanguage, Wording say) {
        Map<String, String> left = new TreeMap<>(byLanguage);
        List<Text> texts = new ArrayList<>();
        while (!left.isEmpty()) {
            Text next = Text.pick(left, say.language());
            texts.add(next);
            String language = Optional.ofNullable(next.lang()).orElse(say.language());
            if (left.remove(language) == null) {
                left.values().remove(next.value());
            }
        }
        return texts;
    }

    /** What a list shows of another entry, read as that entry's record tells. */
    private Optional<EntrySummary> summary(EntryIri iri) {
        return projections.graph().entry(iri).filter(EntryRecord::isLive).map(Summaries::of);
    }

    private EntryView.Origin origin(EntryRecord entry, Values values, Wording say) {
        Provenance from = entry.provenance();
        return new EntryView.Origin(
                cities.term(from.city(), say),
                cities.line(from.city(), say).href(),
                cities.example(from.city()),
                from.position().epoch() + ":" + from.position().seq(),
                say.when(from.time().orElse(Instant.EPOCH)),
                Licences.value(from.licence().orElse("")),
                entry.values(DCTerms.source.asNode()).stream()
                        .map(values::value)
                        .map(value -> value.away() ? value : linked(value))
                        .toList(),
                from.eventHash(),
                from.kid().orElse(""),
                cities.heldBy(from.city(), say));
    }

    /** A source that was written as text may be an address all the same. */
    private static EntryView.Value linked(EntryView.Value value) {
        return value.href() == null && EntryLinks.web(value.text().value()).isPresent()
                ? Values.away(value.text().value())
                : value;
    }

    private EntryView.Delivery delivery(Provenance from, Wording say) {
        List<String> holders = status.holders(from.city(), from.position());
        List<CityId> others = status.otherNodes();
        List<String> waiting =
                others.stream()
                        .filter(node -> !holders.contains(node.value()))
                        .map(node -> cities.name(node, say))
                        .sorted(say.alphabetical())
                        .toList();
        return new EntryView.Delivery(
                !holders.isEmpty(),
                holders.size(),
                Math.max(others.size(), holders.size()),
                waiting);
    }

    private List<EntryView.Format> formats(EntryIri entry) {
        return List.of(
                new EntryView.Format("Turtle", "text/turtle", links.data(entry, "ttl")),
                new EntryView.Format("JSON-LD", "application/ld+json", links.data(entry, "jsonld")),
                new EntryView.Format("N-Triples", "application/n-triples", links.data(entry, "nt")),
                new EntryView.Format("RDF/XML", "application/rdf+xml", links.data(entry, "rdf")));
    }

    /** The same entry on one page of paper. */
    private EntryView.Format sheet(EntryIri entry) {
        return new EntryView.Format("PDF", "application/pdf", links.data(entry, "pdf"));
    }
}
