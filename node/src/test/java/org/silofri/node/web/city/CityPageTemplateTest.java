package org.silofri.node.web.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.silofri.node.web.page.SampleLines.line;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.node.web.listing.CityLine;
import org.silofri.node.web.overview.LeadLines;
import org.silofri.node.web.overview.Listing;
import org.silofri.node.web.overview.Narrowed;
import org.silofri.node.web.overview.Tally;
import org.silofri.node.web.overview.TallyLine;
import org.silofri.node.web.page.PageRenderer;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.Text;

class CityPageTemplateTest {

    private static final Listing NOTHING = new Listing("0", "search", false, List.of());

    @ParameterizedTest
    @ValueSource(strings = {"en", "da"})
    void helpsWhereACityHasPublishedNothing(String language) {
        String html = render(language, Tally.NONE, List.of(), List.of(), false);

        assertThat(html)
                .doesNotContain("??", "id=\"exchange\"")
                .contains(PageRenderer.wording(language).say("public.city.empty.why"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "da"})
    void warnsOfABaseYearThatIsEvidentlyASlip(String language) {
        var target =
                new CityView.Target(
                        Text.plain("Gadelys"), "doc/target/1", "50", "%", "2020", "2025", "2012");
        String html = render(language, new Tally(3, 1, 1, 0, 0), List.of(target), List.of(), false);

        assertThat(html)
                .doesNotContain("??")
                .contains(PageRenderer.wording(language).say("public.target.slip", "2020", "2012"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "da"})
    void tellsWhatTheCityLeadsAndThatItIsSuspended(String language) {
        var lead =
                new LeadLines.Line(
                        Text.plain("El"), "lead/1", false, oslo(), List.of(oslo()), "2027");
        String html = render(language, new Tally(3, 1, 1, 0, 0), List.of(), List.of(lead), true);

        assertThat(html).doesNotContain("??").contains("id=\"leads\"", "tag-look", "lead/1");
    }

    private static CityLine oslo() {
        return new CityLine(new Term("oslo", "Oslo"), "cities/oslo", "Norge", false);
    }

    private static String render(
            String language,
            Tally tally,
            List<CityView.Target> targets,
            List<LeadLines.Line> leads,
            boolean suspended) {
        var entry = line(language, "Skilt", "nb");
        var passed = new CityView.Passed(entry, entry, oslo());
        var view =
                new CityView(
                        oslo(),
                        null,
                        suspended,
                        "https://evidence.example",
                        TallyLine.of(tally, Narrowed.NOT, PageRenderer.wording(language)),
                        new CityView.Exchange("1", 1, List.of(passed)),
                        new CityView.Exchange("0", 0, List.of()),
                        leads,
                        targets,
                        NOTHING,
                        NOTHING,
                        List.of(new CityView.Rung(new Term("city", "City"), List.of(entry))),
                        NOTHING,
                        NOTHING,
                        List.of(new CityView.Partner("Ruter", "", 2)));
        return PageRenderer.render("city", language, "view", view);
    }
}
