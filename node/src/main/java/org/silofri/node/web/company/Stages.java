package org.silofri.node.web.company;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.graph.EntryRecord;
import org.silofri.catalogue.graph.EntryRecord.IncomingLink;
import org.silofri.catalogue.search.Hit;
import org.silofri.node.projection.Projections;
import org.silofri.node.web.wording.Wording;
import org.silofri.ontology.SF;
import org.springframework.stereotype.Component;

/**
 * How far a city has come with a need, told by what points at it: nothing, a pilot that is planned,
 * that runs, that has ended, or a result that disproved what was tried.
 */
@Component
class Stages {

    private static final int MOST_PILOTS = 10;

    private final Projections projections;

    Stages(Projections projections) {
        this.projections = projections;
    }

    /** Weightiest first; names are those of the message keys. */
    private enum Stage {
        RUNNING,
        PLANNED,
        REFUTED,
        TRIED,
        DESCRIBED
    }

    CompaniesView.Stage of(Hit hit, EntryRecord need, Wording say) {
        String name = stage(hit, need).name().toLowerCase(Locale.ROOT);
        return new CompaniesView.Stage("stage-" + name, say.say("public.stage." + name));
    }

    private Stage stage(Hit hit, EntryRecord need) {
        List<IncomingLink> pilots =
                need.incoming().stream()
                        .filter(link -> link.property().equals(SF.addresses.getURI()))
                        .filter(link -> link.from().kind() == EntryKind.PILOT)
                        .limit(MOST_PILOTS)
                        .toList();
        Set<String> states =
                pilots.stream().map(link -> status(link.from().iri())).collect(Collectors.toSet());
        if (states.contains("running")) {
            return Stage.RUNNING;
        }
        if (states.contains("planned")) {
            return Stage.PLANNED;
        }
        if (hit.outcomes().stream().anyMatch(outcome -> outcome.verdict().equals("disproved"))) {
            return Stage.REFUTED;
        }
        return pilots.isEmpty() ? Stage.DESCRIBED : Stage.TRIED;
    }

    /** Notation of the pilot's status; empty when it tells none. */
    private String status(EntryIri pilot) {
        return projections.graph().entry(pilot).stream()
                .flatMap(entry -> entry.values(SF.status.asNode()).stream())
                .map(Node::toString)
                .map(iri -> iri.substring(iri.lastIndexOf('/') + 1))
                .findFirst()
                .orElse("");
    }
}
