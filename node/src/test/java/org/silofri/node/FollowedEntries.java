package org.silofri.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.validation.Candidate;
import org.silofri.node.intake.EditResult;
import org.silofri.node.intake.IntakeService;

/** Publishes for the cities of one node what followers are told about. For tests. */
public final class FollowedEntries {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestNode node;
    private final CityId city;
    private final String theme;

    public FollowedEntries(TestNode node, CityId city, String theme) {
        this.node = node;
        this.city = city;
        this.theme = theme;
    }

    public EntryIri problem(String title) {
        return publish("Problem", title, "nb", "");
    }

    public EntryIri pilot(String title, EntryIri problem, String status) {
        return publish(
                "Pilot",
                title,
                "nb",
                "; sf:addresses <%s> ; sf:status <https://w3id.org/silofri/ns/status/%s>"
                        .formatted(problem, status));
    }

    public EntryIri refuted(String title, EntryIri pilot) {
        return publish(
                "Result",
                title,
                "nb",
                "; prov:wasGeneratedBy <%s> ; sf:hypothesis \"Det virker\"@nb ; sf:evidenceLevel 2"
                                .formatted(pilot)
                        + " ; sf:verdict <https://w3id.org/silofri/ns/verdict/disproved>");
    }

    public EntryIri scaled(String title, EntryIri pilot) {
        return publish(
                "ScalingEvent",
                title,
                "nb",
                "; sf:scales <%s> ; sf:rung <https://w3id.org/silofri/ns/rung/city>"
                                .formatted(pilot)
                        + " ; sf:evidence <https://example.org/report>");
    }

    public void change(EntryIri problem, String title) {
        saved(
                node.bean(IntakeService.class)
                        .replace(problem, graph("Problem", title, "nb", ""), "*"));
    }

    public void withdraw(EntryIri entry) {
        saved(
                node.bean(IntakeService.class)
                        .withdraw(entry, Map.of("nb", "Skrevet to ganger."), "*"));
    }

    private EntryIri publish(String kind, String title, String language, String more) {
        return saved(
                node.bean(IntakeService.class)
                        .create(city, graph(kind, title, language, more), null));
    }

    private Graph graph(String kind, String title, String language, String more) {
        String turtle =
                """
                PREFIX sf: <https://w3id.org/silofri/ns#>
                PREFIX dcterms: <http://purl.org/dc/terms/>
                PREFIX prov: <http://www.w3.org/ns/prov#>
                <%s> a sf:%s ;
                    dcterms:title "%s"@%s ;
                    dcterms:description "Kun til prøven."@da ;
                    dcterms:subject <https://w3id.org/silofri/ns/theme/%s> ;
                    dcterms:license <https://creativecommons.org/publicdomain/zero/1.0/> ;
                    dcterms:source <https://example.org/source> %s .
                """
                        .formatted(Candidate.NEW, kind, title, language, theme, more);
        return RDFParser.fromString(turtle, Lang.TURTLE).toGraph();
    }

    private EntryIri saved(EditResult result) {
        assertThat(result).isInstanceOf(EditResult.Saved.class);
        assertThat(node.projections().awaitVisible(PATIENCE)).isTrue();
        return ((EditResult.Saved) result).entry();
    }
}
