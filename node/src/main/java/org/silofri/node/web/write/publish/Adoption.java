package org.silofri.node.web.write.publish;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.validation.Candidate;
import org.silofri.node.membership.Member;
import org.silofri.node.membership.Members;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.silofri.ontology.CodeList;
import org.silofri.ontology.Languages;
import org.silofri.ontology.SF;
import org.springframework.stereotype.Component;

/**
 * The scaling event of an adoption: the adopting city says by its own key that another's entry has
 * come to it (VOCABULARY "solution"). It says nothing that the adopted solution does not say too.
 */
@Component
class Adoption {

    private static final Node EVENT = NodeFactory.createURI(Candidate.NEW);

    private final Cities cities;
    private final Members members;
    private final Wordings wordings;

    Adoption(Cities cities, Members members, Wordings wordings) {
        this.cities = cities;
        this.members = members;
        this.wordings = wordings;
    }

    /**
     * @param by the city that adopts
     * @param original whose step of scaling it is
     * @param solution the adopting city's own
     */
    Graph event(CityId by, EntryIri original, Graph solution, Node subject) {
        Graph event = GraphFactory.createDefaultGraph();
        event.add(EVENT, RDF.type.asNode(), SF.ScalingEvent.asNode());
        event.add(EVENT, SF.scales.asNode(), NodeFactory.createURI(original.value()));
        event.add(
                EVENT, SF.rung.asNode(), NodeFactory.createURI(CodeList.RUNG.iriOf("other-city")));
        for (Node same :
                new Node[] {
                    DCTerms.subject.asNode(),
                    DCTerms.license.asNode(),
                    DCTerms.source.asNode(),
                    SF.evidence.asNode(),
                    SF.demonstration.asNode()
                }) {
            solution.find(subject, same, Node.ANY)
                    .forEachRemaining(triple -> event.add(EVENT, same, triple.getObject()));
        }
        titles(solution, subject)
                .forEach((language, title) -> describe(event, by, original, language, title));
        return event;
    }

    private static Map<String, String> titles(Graph solution, Node subject) {
        Map<String, String> titles = new TreeMap<>();
        solution.find(subject, DCTerms.title.asNode(), Node.ANY)
                .forEachRemaining(triple ->
                        titles.put(
                                triple.getObject().getLiteralLanguage(),
                                triple.getObject().getLiteralLexicalForm()));
        return titles;
    }

    /** In the languages that pages have; a title in another is given no English words. */
    private void describe(
            Graph event, CityId by, EntryIri original, String language, String title) {
        if (!Languages.ALL.contains(language)) {
            return;
        }
        Wording say = wordings.in(Locale.forLanguageTag(language));
        String city = cities.name(by, say);
        String from =
                members.byBase(original.base())
                        .map(Member::city)
                        .map(other -> cities.name(other, say))
                        .orElse(original.base());
        event.add(
                EVENT,
                DCTerms.title.asNode(),
                NodeFactory.createLiteralLang(
                        say.say("writing.adopt.event", city, title), language));
        event.add(
                EVENT,
                DCTerms.description.asNode(),
                NodeFactory.createLiteralLang(
                        say.say("writing.adopt.event.text", city, from), language));
    }
}
