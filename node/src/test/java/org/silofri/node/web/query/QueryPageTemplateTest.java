package org.silofri.node.web.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.node.web.page.PageRenderer;
import org.silofri.node.web.wording.Text;

class QueryPageTemplateTest {

    @ParameterizedTest
    @ValueSource(strings = {"da", "nb", "nn", "sv", "fi", "is", "en"})
    void showsAnAnswerAsATable(String language) {
        var say = PageRenderer.wording(language);
        var row =
                List.of(
                        new QueryView.Cell(Text.plain("Kameraer til parkering"), "entry?iri=x"),
                        new QueryView.Cell(Text.plain("København"), null));
        var view =
                new QueryView(
                        "SELECT * WHERE { ?s ?p ?o } LIMIT 10",
                        List.of(
                                new QueryView.Example(
                                        "scaled",
                                        say.say("query.example.scaled"),
                                        say.say("query.example.scaled.text"),
                                        "SELECT",
                                        "?query=SELECT")),
                        new QueryView.Answer(
                                List.of("title", "city"), List.of(row, row), 2, "14", true),
                        null,
                        List.of(new QueryView.Format("CSV", "sparql?format=csv")));

        String html = PageRenderer.render("query", language, "view", view);

        assertThat(html).doesNotContain("??").contains("Kameraer til parkering");
    }
}
