package org.silofri.node.web.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.validation.Candidate;
import org.silofri.node.Samples;
import org.silofri.node.TestNode;
import org.silofri.node.intake.EditResult;
import org.silofri.node.intake.IntakeService;

/** Entries that a city has published already. */
record Entries(TestNode node, CityId city) {

    static Entries of(TestNode node) {
        return new Entries(node, node.city());
    }

    static Entries of(TestNode node, CityId city) {
        return new Entries(node, city);
    }

    EntryIri problem(String danishTitle) {
        return create(Samples.problem(danishTitle));
    }

    EntryIri solution(String title, String language, String theme) {
        String turtle =
                """
                PREFIX sf: <https://w3id.org/silofri/ns#>
                PREFIX dcterms: <http://purl.org/dc/terms/>
                <%s> a sf:Solution ;
                    dcterms:title "%s"@%s ;
                    dcterms:description "…"@%3$s ;
                    dcterms:subject <https://w3id.org/silofri/ns/theme/%s> ;
                    dcterms:license <https://creativecommons.org/licenses/by/4.0/> ;
                    dcterms:source <https://example.org/source> .
                """
                        .formatted(Candidate.NEW, title, language, theme);
        return create(RDFParser.fromString(turtle, Lang.TURTLE).toGraph());
    }

    void retitle(EntryIri entry, String danishTitle) {
        EditResult result =
                node.bean(IntakeService.class)
                        .replace(entry, Samples.problem(entry, node.base(), danishTitle), "*");
        assertThat(result).isInstanceOf(EditResult.Saved.class);
        shown();
    }

    private EntryIri create(Graph graph) {
        EditResult result = node.bean(IntakeService.class).create(city, graph, null);
        assertThat(result).isInstanceOf(EditResult.Saved.class);
        shown();
        return ((EditResult.Saved) result).entry();
    }

    private void shown() {
        assertThat(node.projections().awaitVisible(Duration.ofSeconds(20))).isTrue();
    }
}
