package org.silofri.node.web.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.silofri.node.web.page.SampleLines.disproved;
import static org.silofri.node.web.page.SampleLines.line;
import static org.silofri.node.web.page.SampleLines.scaled;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.node.web.page.PageRenderer;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.Text;

class EntryPageTemplateTest {

    private static final String IRI = "http://localhost:8081/id/result/f04";

    @ParameterizedTest
    @ValueSource(strings = {"da", "nb", "nn", "sv", "fi", "is", "en"})
    void tellsWhoHoldsTheKeyOfAHostedCity(String language) {
        String html = PageRenderer.render("entry", language, "view", sample(language));

        assertThat(html).doesNotContain("??").contains("class=\"held\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "nb", "nn", "sv", "fi", "is", "en"})
    void tellsWhyAnEntryWasWithdrawn(String language) {
        var say = PageRenderer.wording(language);
        var view =
                new WithdrawnView(
                        IRI,
                        new Term("result", "Result"),
                        new Term("copenhagen", "København"),
                        say.when(PageRenderer.NOW),
                        List.of(Text.of("Dobbelt oprettet", "da", language)),
                        versions(language));

        String html = PageRenderer.render("withdrawn", language, "view", view);

        assertThat(html).doesNotContain("??").contains("Dobbelt oprettet");
    }

    private static EntryView sample(String language) {
        var source =
                new EntryView.Value(
                        Text.plain("cphsolutionslab.dk/en/news/parking"),
                        "https://x.example",
                        true);
        return new EntryView(
                IRI,
                new Term("result", "Result"),
                Text.of("Kameraer ser for smalt til parkering i Indre By", "da", language),
                List.of(
                        Text.of(
                                "Cameras see too little for parking in the inner city",
                                "en",
                                language)),
                List.of(disproved(language)),
                List.of(new Term("parking", "Parking")),
                true,
                Text.of(
                        "En enkel prøve viste, at kameraernes synsfelt er for smalt. Købet af"
                                + " tusinder af kameraer blev undgået.",
                        "da",
                        language),
                facts(language, source),
                List.of(
                        new EntryView.Measure(Text.plain("Kameraer undgået"), "3.000", "stk."),
                        new EntryView.Measure(Text.plain("Sikkerhed i estimatet"), "95", "%")),
                List.of(
                        new EntryView.Links(
                                "Superseded by",
                                List.of(
                                        line(
                                                language,
                                                "Parkeringsdata i stedet",
                                                "da",
                                                scaled(language)))),
                        new EntryView.Links(
                                "Addresses – linked from",
                                List.of(
                                        line(
                                                language,
                                                "Kamera i parkeringshus",
                                                "nb",
                                                disproved(language))))),
                origin(language, source),
                new EntryView.Delivery(true, 3, 3, List.of()),
                versions(language),
                List.of(
                        new EntryView.Format("Turtle", "text/turtle", "f04.ttl"),
                        new EntryView.Format("JSON-LD", "application/ld+json", "f04.jsonld")),
                new EntryView.Format("PDF", "application/pdf", "f04.pdf"));
    }

    private static List<EntryView.Fact> facts(String language, EntryView.Value source) {
        return List.of(
                new EntryView.Fact(
                        "Verdict",
                        List.of(new EntryView.Value(Text.plain("Disproved"), null, false))),
                new EntryView.Fact(
                        "Hypothesis",
                        List.of(
                                new EntryView.Value(
                                        Text.of("Kameraer kan se ledige pladser", "da", language),
                                        null,
                                        false))),
                new EntryView.Fact("Evidence", List.of(source, source)));
    }

    private static EntryView.Origin origin(String language, EntryView.Value source) {
        return new EntryView.Origin(
                new Term("copenhagen", "København"),
                "search?city=copenhagen",
                true,
                "1:42",
                PageRenderer.wording(language).when(PageRenderer.NOW),
                new EntryView.Value(Text.plain("CC0 1.0"), "https://cc.example", true),
                List.of(source),
                "4be1c6a09f1a7a3d6c54b7a09f1a7a3d6c54b7",
                "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
                "coordinator");
    }

    private static List<Version> versions(String language) {
        var say = PageRenderer.wording(language);
        return List.of(
                new Version(
                        "1:42",
                        say.when(PageRenderer.NOW),
                        say.say("entry.versions.changed"),
                        true,
                        null,
                        List.of(
                                new Version.Statement(
                                        "", "Title", Text.of("Ny titel", "da", language)),
                                new Version.Statement("measure-1", "Value", Text.plain("95"))),
                        List.of(
                                new Version.Statement(
                                        "", "Title", Text.of("Gammel titel", "da", language)))),
                new Version(
                        "1:17",
                        say.when(PageRenderer.NOW),
                        say.say("entry.versions.first"),
                        false,
                        null,
                        List.of(),
                        List.of()));
    }
}
