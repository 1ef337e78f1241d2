package org.silofri.node.web.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.silofri.node.web.page.SampleLines.disproved;
import static org.silofri.node.web.page.SampleLines.line;
import static org.silofri.node.web.page.SampleLines.scaled;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.node.web.listing.CityLine;
import org.silofri.node.web.listing.EntryLine;
import org.silofri.node.web.map.NordicMap;
import org.silofri.node.web.overview.CityRow;
import org.silofri.node.web.overview.LeadLines;
import org.silofri.node.web.overview.Listing;
import org.silofri.node.web.overview.Narrowed;
import org.silofri.node.web.overview.Tally;
import org.silofri.node.web.overview.TallyLine;
import org.silofri.node.web.page.PageRenderer;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.Text;

class HomePageTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "da"})
    void showsDisprovedAsLargeAsScaled(String language) {
        String html = PageRenderer.render("home", language, "home", sample(language));

        assertThat(html).doesNotContain("??").contains("id=\"scaled\"", "id=\"disproved\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "da"})
    void tellsWhoLeadsAndWhoFollows(String language) {
        String html = PageRenderer.render("home", language, "home", sample(language));

        assertThat(html).contains("id=\"leads\"", "Varme i kystvand", "Bergen", "Turku", "Espoo");
    }

    private static HomeView sample(String language) {
        var marks =
                NordicMap.marks(
                        List.of(
                                city("København", 55.67594, 12.56553, 21),
                                city("Aarhus", 56.15674, 10.21076, 5),
                                city("Odense", 55.39594, 10.38831, 1),
                                city("Aalborg", 57.048, 9.9187, 1),
                                city("Vejle", 55.70927, 9.5357, 2),
                                city("Syddjurs", 56.19442, 10.6821, 1),
                                city("Oslo", 59.91273, 10.74609, 4),
                                city("Bergen", 60.39299, 5.32415, 3),
                                city("Trondheim", 63.43049, 10.39506, 2),
                                city("Stavanger", 58.97005, 5.73332, 9),
                                city("Kristiansand", 58.14671, 7.9956, 0),
                                city("Tromsø", 69.6489, 18.95508, 1),
                                city("Bærum", 59.89, 10.53, 1),
                                city("Stockholm", 59.32938, 18.06871, 4),
                                city("Göteborg", 57.70716, 11.96679, 3),
                                city("Malmö", 55.60587, 13.00073, 2),
                                city("Umeå", 63.82842, 20.25972, 1),
                                city("Helsinki", 60.16952, 24.93545, 12),
                                city("Espoo", 60.2052, 24.6522, 2),
                                city("Vantaa", 60.29414, 25.04099, 1),
                                city("Tampere", 61.49911, 23.78712, 3),
                                city("Turku", 60.45148, 22.26869, 1),
                                city("Oulu", 65.01236, 25.46816, 2),
                                city("Reykjavík", 64.13548, -21.89541, 3),
                                city("Kópavogur", 64.11234, -21.91298, 1),
                                city("Tórshavn", 62.00973, -6.77164, 1)));
        var numbers =
                TallyLine.of(
                        new Tally(73, 12, 20, 11, 4), Narrowed.NOT, PageRenderer.wording(language));
        var rows = marks.stream().map(mark -> new CityRow(city(mark.name()), numbers)).toList();
        var scaled =
                List.of(
                        line(
                                language,
                                "Sensorer i affaldsspande i hele byen",
                                "da",
                                scaled(language)),
                        line(language, "Fallvarning via golvet", "sv", scaled(language)));
        var disproved =
                List.of(
                        line(
                                language,
                                "Kameraer til parkering i Indre By",
                                "da",
                                disproved(language)),
                        line(language, "Varmepumper i kystvann", "nb", disproved(language)));
        return new HomeView(
                numbers,
                22,
                rows,
                marks,
                leads(language),
                new HomeView.Column("11", "search?kind=scaling-event", outcomes(scaled)),
                new HomeView.Column("4", "search?verdict=disproved", outcomes(disproved)),
                new Listing("12", "companies", true, scaled),
                List.of(scaled.get(0), disproved.get(1), scaled.get(1), disproved.get(0)),
                List.of(
                        new HomeView.Count(new Term("parking", "Parkering"), "7", "search?theme=x"),
                        new HomeView.Count(
                                new Term("air", "Affald og cirkulær økonomi"), "12", "search")));
    }

    private static CityLine city(String name) {
        return new CityLine(new Term(name, name), "cities", "Danmark", true);
    }

    private static List<LeadLines.Line> leads(String language) {
        return List.of(
                new LeadLines.Line(
                        Text.of("Varme i kystvand", "da", language),
                        "lead/1",
                        true,
                        city("Oslo"),
                        List.of(city("Bergen"), city("Turku")),
                        "2027"),
                new LeadLines.Line(
                        Text.plain("El"), "lead/2", false, city("Espoo"), List.of(), null));
    }

    private static List<HomeView.Outcome> outcomes(List<EntryLine> lines) {
        return lines.stream()
                .map(line ->
                        new HomeView.Outcome(line, new Text("Kameraer kan se pladser", "da"), line))
                .toList();
    }

    private static NordicMap.City city(
            String name, double latitude, double longitude, long entries) {
        return new NordicMap.City(name, name, latitude, longitude, entries, "search?city=" + name);
    }
}
