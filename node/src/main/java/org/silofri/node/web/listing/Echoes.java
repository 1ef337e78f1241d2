package org.silofri.node.web.listing;

import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.node.membership.Member;
import org.silofri.node.membership.Members;
import org.silofri.node.projection.Projections;
import org.silofri.ontology.CodeList;
import org.silofri.ontology.SF;
import org.springframework.stereotype.Component;

/**
 * Counts who says to have the same, or to have adopted it, from this node's own copy of all logs;
 * so every node counts alike. A city's own entries count for nothing.
 */
@Component
public class Echoes {

    private static final Node SAME = SF.sameProblemAs.asNode();
    private static final Node SCALES = SF.scales.asNode();
    private static final Node RUNG = SF.rung.asNode();
    private static final Node DERIVED =
            NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");
    private static final Node OTHER_CITY = NodeFactory.createURI(CodeList.RUNG.iriOf("other-city"));

    private final Projections projections;
    private final Members members;

    Echoes(Projections projections, Members members) {
        this.projections = projections;
        this.members = members;
    }

    /** What others say of it now. */
    public Echo of(EntryIri entry) {
        return switch (entry.kind()) {
            case PROBLEM, PILOT, SOLUTION, RESULT ->
                    projections.graph().read(data -> read(data.getDefaultGraph(), entry));
            case SCALING_EVENT,
                    GOAL,
                    TARGET,
                    INDICATOR,
                    PARTNER,
                    MEMBER,
                    SHARED_PROBLEM,
                    LEAD_PROPOSAL,
                    LEAD_ANSWER,
                    LEAD_ASSIGNMENT ->
                    Echo.NONE;
        };
    }

    private Echo read(Graph all, EntryIri entry) {
        Node iri = NodeFactory.createURI(entry.value());
        Set<CityId> same = new TreeSet<>();
        Set<CityId> adopted = new TreeSet<>();
        Set<CityId> scaled = new TreeSet<>();
        all.find(Node.ANY, SAME, iri).forEachRemaining(link -> add(link, entry, same));
        all.find(Node.ANY, DERIVED, iri).forEachRemaining(link -> add(link, entry, adopted));
        for (Triple link : all.find(Node.ANY, SCALES, iri).toList()) {
            add(link, null, scaled);
            if (all.contains(link.getSubject(), RUNG, OTHER_CITY)) {
                add(link, entry, adopted);
            }
        }
        return new Echo(same, adopted, scaled);
    }

    /** Adds who says so, unless it is the city whose entry it is. */
    private void add(Triple link, @Nullable EntryIri own, Set<CityId> cities) {
        EntryIri.parse(link.getSubject().toString())
                .map(EntryIri::base)
                .filter(base -> own == null || !base.equals(own.base()))
                .flatMap(members::byBase)
                .map(Member::city)
                .ifPresent(cities::add);
    }
}
