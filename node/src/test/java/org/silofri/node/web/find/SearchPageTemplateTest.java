package org.silofri.node.web.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.silofri.node.web.page.SampleLines.disproved;
import static org.silofri.node.web.page.SampleLines.line;
import static org.silofri.node.web.page.SampleLines.scaled;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.node.web.listing.EntryLine;
import org.silofri.node.web.page.PageRenderer;
import org.silofri.node.web.wording.Passage;
import org.silofri.node.web.wording.Passage.Piece;

class SearchPageTemplateTest {

    private static final Passage SNIPPET =
            new Passage(
                    List.of(
                            new Piece("En enkel prøve viste, at ", false),
                            new Piece("kameraer", true),
                            new Piece(" ser for smalt: tusinder af køb <b>undgået</b>.", false)),
                    "da");

    @ParameterizedTest
    @ValueSource(strings = {"da", "nb", "nn", "sv", "fi", "is", "en"})
    void marksWhatMatchedAndEscapesTheRest(String language) {
        String html = PageRenderer.render("search", language, "view", sample(hits(language)));

        assertThat(html)
                .doesNotContain("??")
                .contains("<mark>kameraer</mark>", "&lt;b&gt;undgået&lt;/b&gt;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "nb", "nn", "sv", "fi", "is", "en"})
    void helpsWhenNothingWasFound(String language) {
        String html = PageRenderer.render("search", language, "view", sample(List.of()));

        assertThat(html).doesNotContain("??").contains("class=\"ds-card help\"");
    }

    private static List<EntryLine> hits(String language) {
        return List.of(
                line(
                        language,
                        "Kameraer til parkering i Indre By",
                        "da",
                        SNIPPET,
                        PageRenderer.wording(language).say("search.why.word", "kameraer"),
                        disproved(language)),
                line(
                        language,
                        "Kamera i parkeringshus",
                        "nb",
                        Passage.NONE,
                        null,
                        scaled(language)),
                line(language, "Parking data to algorithm", "en", SNIPPET, null));
    }

    private static SearchView sample(List<EntryLine> hits) {
        var options =
                List.of(
                        new SearchView.Option("Pilot", "12", true, "?q=kamera"),
                        new SearchView.Option("Result", "7", false, "?q=kamera&kind=result"));
        return new SearchView(
                "kamera parkering",
                "173",
                "1",
                "50",
                hits,
                List.of(new SearchView.Chosen("Type", "Pilot", "?q=kamera")),
                List.of(
                        new SearchView.Group("kind", "Type", options, true),
                        new SearchView.Group("theme", "Tema", options, false)),
                List.of(new SearchView.Field("kind", "pilot")),
                new SearchView.Pages(2, 4, "?page=1", "?page=3"),
                "?q=kamera",
                "api/search?q=kamera",
                new SearchView.Followed("SEARCH", "q=kamera&kind=pilot", "search"));
    }
}
