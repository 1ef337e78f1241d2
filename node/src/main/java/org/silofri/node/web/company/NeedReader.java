package org.silofri.node.web.company;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.graph.EntryRecord;
import org.silofri.catalogue.search.Hit;
import org.silofri.node.projection.Projections;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.listing.EntryLinks;
import org.silofri.node.web.wording.Shortened;
import org.silofri.node.web.wording.Terms;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.Wording;
import org.silofri.ontology.SF;
import org.springframework.stereotype.Component;

/** Reads what a company wants to know of a need: stage, contact, what the city brings. */
@Component
class NeedReader {

    private static final String SCHEMA = "https://schema.org/";
    private static final Node CONTACT = node("contactPoint");
    private static final Node EMAIL = node("email");
    private static final Node TELEPHONE = node("telephone");
    private static final Node LOCATION = node("location");
    private static final int LONGEST = 320;

    private final Projections projections;
    private final Stages stages;
    private final Cities cities;
    private final EntryLinks links;

    NeedReader(Projections projections, Stages stages, Cities cities, EntryLinks links) {
        this.projections = projections;
        this.stages = stages;
        this.cities = cities;
        this.links = links;
    }

    private static Node node(String name) {
        return NodeFactory.createURI(SCHEMA + name);
    }

    /** The need; empty when it was withdrawn a moment ago. */
    Optional<CompaniesView.Need> read(Hit hit, Wording say) {
        return projections
                .graph()
                .entry(hit.iri())
                .filter(EntryRecord::isLive)
                .map(entry -> need(hit, entry, say));
    }

    private CompaniesView.Need need(Hit hit, EntryRecord entry, Wording say) {
        return new CompaniesView.Need(
                Text.pick(entry.title(), say.language()),
                links.page(entry.iri()),
                cities.line(hit.city(), say),
                hit.themes().stream().map(it -> Terms.theme(it, say.language())).toList(),
                description(entry, say),
                say.when(hit.updated()),
                stages.of(hit, entry, say),
                contact(entry),
                brings(entry, say),
                source(entry));
    }

    private static @Nullable Text description(EntryRecord entry, Wording say) {
        if (entry.description().isEmpty()) {
            return null;
        }
        Text whole = Text.pick(entry.description(), say.language());
        return new Text(Shortened.of(whole.value(), LONGEST), whole.lang());
    }

    private static List<CompaniesView.Contact> contact(EntryRecord entry) {
        List<CompaniesView.Contact> contact = new ArrayList<>();
        for (Node point : entry.values(CONTACT)) {
            entry.values(point, EMAIL).stream()
                    .map(NeedReader::text)
                    .map(mail -> mail.replaceFirst("^mailto:", ""))
                    .map(mail -> new CompaniesView.Contact(mail, "mailto:" + mail))
                    .forEach(contact::add);
            entry.values(point, TELEPHONE).stream()
                    .map(NeedReader::text)
                    .map(it -> new CompaniesView.Contact(it, "tel:" + it.replaceAll("[^+0-9]", "")))
                    .forEach(contact::add);
        }
        return contact;
    }

    private List<CompaniesView.Brought> brings(EntryRecord entry, Wording say) {
        List<CompaniesView.Brought> brings = new ArrayList<>();
        entry.values(SF.affects.asNode()).stream()
                .map(NeedReader::text)
                .filter(number -> number.matches("\\d{1,12}"))
                .map(number -> Text.plain(say.number(Long.parseLong(number))))
                .forEach(it -> brings.add(brought("affects", it, say)));
        places(entry, say).forEach(it -> brings.add(brought("place", it, say)));
        titles(entry, SF.underGoal.asNode(), say)
                .forEach(it -> brings.add(brought("goal", it, say)));
        String partners = partners(entry);
        if (!partners.isEmpty()) {
            brings.add(brought("partners", Text.plain(partners), say));
        }
        int evidence = entry.values(SF.evidence.asNode()).size();
        if (evidence > 0) {
            brings.add(
                    brought(
                            "evidence",
                            Text.plain(say.say("public.brings.evidence.count", evidence)),
                            say));
        }
        return brings;
    }

    private static CompaniesView.Brought brought(String what, Text value, Wording say) {
        return new CompaniesView.Brought(say.say("public.brings." + what), value);
    }

    private static Stream<Text> places(EntryRecord entry, Wording say) {
        return entry.values(LOCATION).stream()
                .map(place ->
                        place.isLiteral()
                                ? Text.of(text(place), place.getLiteralLanguage(), say.language())
                                : Text.plain(named(entry, place)))
                .filter(text -> !text.value().isEmpty());
    }

    private Stream<Text> titles(EntryRecord entry, Node property, Wording say) {
        List<EntryIri> targets =
                entry.values(property).stream()
                        .flatMap(target -> EntryIri.parse(target.toString()).stream())
                        .toList();
        return projections.graph().summaries(targets).stream()
                .map(found -> Text.pick(found.title(), say.language()));
    }

    private static String partners(EntryRecord entry) {
        return entry.values(SF.partner.asNode()).stream()
                .map(partner -> named(entry, partner))
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String named(EntryRecord entry, Node part) {
        return entry.values(part, DCTerms.title.asNode()).stream()
                .map(NeedReader::text)
                .findFirst()
                .orElse("");
    }

    private static CompaniesView.@Nullable Link source(EntryRecord entry) {
        return entry.values(DCTerms.source.asNode()).stream()
                .map(NeedReader::text)
                .flatMap(address -> EntryLinks.web(address).stream())
                .map(address -> new CompaniesView.Link(EntryLinks.shown(address), address))
                .findFirst()
                .orElse(null);
    }

    private static String text(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    }
}
