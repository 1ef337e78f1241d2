package org.silofri.node.web.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.node.web.listing.CityLine;
import org.silofri.node.web.page.PageRenderer;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.Text;

class CompaniesPageTemplateTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "da"})
    void tellsStageContactAndWhatTheCityBrings(String language) {
        var contact = new CompaniesView.Contact("by@city.example", "mailto:by@city.example");
        var brought = new CompaniesView.Brought("Berørte", Text.plain("12.000"));
        String html = render(language, List.of(need(language, List.of(contact), brought)));

        assertThat(html)
                .doesNotContain("??")
                .contains("stage-running", "mailto:by@city.example", "12.000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "da"})
    void tellsWhereToAskWhenThereIsNoContact(String language) {
        String html = render(language, List.of(need(language, List.of(), null)));

        assertThat(html)
                .contains(PageRenderer.wording(language).say("public.need.contact.none"))
                .doesNotContain(PageRenderer.wording(language).say("public.need.brings"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "da"})
    void helpsWhenThereAreNoNeeds(String language) {
        String html = render(language, List.of());

        assertThat(html)
                .doesNotContain("??", "class=\"needs\"")
                .contains(PageRenderer.wording(language).say("public.companies.none.filters"));
    }

    private static String render(String language, List<CompaniesView.Need> needs) {
        var option = new CompaniesView.Option("parking", "Parking", "3", true);
        return PageRenderer.render(
                "companies",
                language,
                "view",
                new CompaniesView(
                        "41",
                        needs.isEmpty(),
                        true,
                        List.of(option),
                        List.of(),
                        needs,
                        new CompaniesView.Pages(2, 3, "companies?page=1", "companies?page=3")));
    }

    private static CompaniesView.Need need(
            String language,
            List<CompaniesView.Contact> contact,
            CompaniesView.@Nullable Brought brought) {
        return new CompaniesView.Need(
                Text.of("Letekjøring i sentrum", "nb", language),
                "doc/problem/1",
                new CityLine(new Term("oslo", "Oslo"), "cities/oslo", "Norge", true),
                List.of(new Term("parking", "Parking")),
                Text.of("Bilister leter etter plass.", "nb", language),
                PageRenderer.wording(language).when(PageRenderer.NOW),
                new CompaniesView.Stage("stage-running", "Running"),
                contact,
                brought == null ? List.of() : List.of(brought),
                new CompaniesView.Link("oslo.example", "https://oslo.example"));
    }
}
