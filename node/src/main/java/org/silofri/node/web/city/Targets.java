package org.silofri.node.web.city;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.graph.EntryRecord;
import org.silofri.catalogue.search.Hit;
import org.silofri.catalogue.search.SearchRequest;
import org.silofri.node.projection.Projections;
import org.silofri.node.web.listing.EntryLinks;
import org.silofri.node.web.overview.Narrowed;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.Wording;
import org.silofri.ontology.SF;
import org.springframework.stereotype.Component;

/** Goals with a number, unit, base year and target year. */
@Component
class Targets {

    private static final int MOST = 100;
    private static final Node START = NodeFactory.createURI("https://schema.org/startDate");

    private final Projections projections;
    private final EntryLinks links;

    Targets(Projections projections, EntryLinks links) {
        this.projections = projections;
        this.links = links;
    }

    /** The targets of a part of the catalogue, by target year and measure. */
    List<CityView.Target> of(Narrowed part, Wording say) {
        var request = new SearchRequest("", say.language(), part.filters(), 1, MOST);
        return projections.index().search(request).hits().stream()
                .map(Hit::iri)
                .flatMap(iri -> projections.graph().entry(iri).stream())
                .filter(EntryRecord::isLive)
                .map(entry -> target(entry, say))
                .sorted(
                        Comparator.comparing(CityView.Target::year)
                                .thenComparing(
                                        target -> target.measure().value(), say.alphabetical()))
                .toList();
    }

    private CityView.Target target(EntryRecord entry, Wording say) {
        return new CityView.Target(
                Text.pick(entry.title(), say.language()),
                links.page(entry.iri()),
                first(entry, SF.targetValue.asNode()).map(it -> number(it, say)).orElse(""),
                first(entry, SF.unit.asNode()).orElse(""),
                first(entry, SF.baseYear.asNode()).orElse(""),
                first(entry, SF.targetYear.asNode()).orElse(""),
                late(entry));
    }

    /**
     * The year that shows that the base year is evidently a slip: the target was set before it, or
     * it is to be reached by then.
     */
    private static @Nullable String late(EntryRecord entry) {
        String base = first(entry, SF.baseYear.asNode()).orElse("");
        if (base.isEmpty()) {
            return null;
        }
        Optional<String> start =
                first(entry, START)
                        .filter(date -> date.length() >= 4)
                        .map(date -> date.substring(0, 4))
                        .filter(year -> base.compareTo(year) > 0);
        return start.or(() ->
                        first(entry, SF.targetYear.asNode())
                                .filter(year -> base.compareTo(year) >= 0))
                .orElse(null);
    }

    private static Optional<String> first(EntryRecord entry, Node property) {
        return entry.values(property).stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .findFirst();
    }

    private static String number(String decimal, Wording say) {
        try {
            return say.number(new BigDecimal(decimal));
        } catch (NumberFormatException e) {
            // a form that the shapes of a later version allow; shown as it was written
            return decimal;
        }
    }
}
