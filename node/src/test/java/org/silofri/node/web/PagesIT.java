package org.silofri.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.node.DemoNetwork;

/** The pages of a real node in a real browser, with all cities and entries of the demo. */
class PagesIT {

    private static final String REFUTED = "/doc/result/f04-parking-cameras-result";
    private static final String HOSTED = "/c/gothenburg/doc/result/f49-electric-buses";

    @TempDir private static Path folder;

    private static DemoNetwork demo;
    private static Chromium chromium;
    private static EntryIri changed;
    private static EntryIri withdrawn;

    @BeforeAll
    static void startNodesAndBrowser() {
        demo = DemoNetwork.start(folder);
        var entries = new DemoEntries(demo);
        changed = entries.changed();
        withdrawn = entries.withdrawn();
        demo.awaitEqual();
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        demo.close();
    }

    /** The main pages in both languages at both widths, the others in one language at each. */
    static Stream<Arguments> pages() {
        String query =
                "SELECT ?title WHERE { ?s <http://purl.org/dc/terms/title> ?title } LIMIT 20";
        return Stream.of(
                        views("home", "/", true),
                        views("search", "/search?q=parkering", true),
                        views("entry", REFUTED, true),
                        views("network", "/network", true),
                        views("query", "/query", true),
                        views("search-filtered", "/search?verdict=disproved", false),
                        views("search-empty", "/search?q=zzzqqqxxx&kind=pilot", false),
                        views("entry-hosted", "/entry?iri=" + encoded(hostedIri()), false),
                        views("entry-changed", DemoEntries.page(changed), false),
                        views("entry-withdrawn", DemoEntries.page(withdrawn), false),
                        views("query-answer", "/query?query=" + encoded(query), false),
                        views("not-found", "/doc/pilot/nowhere", false))
                .flatMap(views -> views);
    }

    private static Stream<Arguments> views(String name, String path, boolean main) {
        Stream<Arguments> views =
                Stream.of(
                        Arguments.of(name, "da", 360, path), Arguments.of(name, "en", 1280, path));
        return main
                ? Stream.concat(
                        views,
                        Stream.of(
                                Arguments.of(name, "da", 1280, path),
                                Arguments.of(name, "en", 360, path)))
                : views;
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("pages")
    void isAccessibleAndAsksNoOtherHost(String name, String language, int width, String path) {
        try (var visit = chromium.visit(width, language, here(path))) {
            visit.keep(name + "-" + language + "-" + width);

            Page page = visit.page();
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            assertThat(visit.overflow()).as("wider than the window").isZero();
            assertThat(visit.hosts()).containsExactly(here("/").getHost());
        }
    }

    @Test
    void worksWithoutJavaScript() {
        try (var visit = chromium.withoutScript("da", here("/"))) {
            visit.page().locator("#q").fill("kamera");
            visit.page().locator("form.ask button").click();
            visit.page().locator(".hit-title a").first().click();

            assertThat(visit.text("h1")).containsIgnoringCase("kamera");
        }
    }

    @Test
    void letsTheKeyboardSkipToTheContent() {
        try (var visit = chromium.wide("en", here("/"))) {
            visit.page().keyboard().press("Tab");
            assertThat(visit.page().locator(".skip").boundingBox().y).isGreaterThanOrEqualTo(0);
            visit.page().keyboard().press("Enter");

            assertThat(visit.page().url()).endsWith("#main");
        }
    }

    @ParameterizedTest
    @CsvSource({"/, 30", "/search?q=parkering, 25", "/network, 20", "/query, 15"})
    void showsWhereTheKeyboardIs(String path, int steps) {
        try (var visit = chromium.wide("en", here(path))) {
            for (int step = 0; step < steps; step++) {
                visit.page().keyboard().press("Tab");

                Locator focused = visit.page().locator(":focus");
                assertThat(focused.count()).as("step %d", step).isOne();
                Object outline =
                        focused.evaluate(
                                "e => parseFloat(getComputedStyle(e).outlineWidth) *"
                                        + " (getComputedStyle(e).outlineStyle != 'none')");
                assertThat(((Number) outline).doubleValue())
                        .as("outline of " + focused.evaluate("e => e.outerHTML.slice(0, 120)"))
                        .isGreaterThanOrEqualTo(2);
            }
        }
    }

    @Test
    void remembersTheChosenLanguage() {
        try (var visit = chromium.wide("en", here("/"))) {
            visit.page().locator(".languages summary").click();
            visit.page().locator(".languages a[lang=da]").click();
            visit.page().locator(".menu a").nth(1).click();

            assertThat(visit.text("h1")).isEqualTo("Søg");
        }
    }

    @Test
    void showsEveryCityOnTheMapAndInTheTable() {
        try (var visit = chromium.wide("da", here("/"))) {
            assertThat(visit.page().locator(".map circle").count()).isEqualTo(26);
            List<String> cities = visit.page().locator(".map-table tbody th a").allTextContents();

            assertThat(cities).hasSize(26).startsWith("København", "Oslo").contains("Bærum");
        }
    }

    @Test
    void tellsOfTheRefutedWhatWasBelieved() {
        try (var visit = chromium.wide("da", here("/"))) {
            Locator refuted = visit.page().locator(".outcome-disproved .lines > li");

            assertThat(refuted.count()).isOne();
            assertThat(refuted.textContent())
                    .contains("Kameraer til parkering finder ikke ledige pladser", "Afkræftet")
                    .contains("Kameraer kan vise ledige p-pladser i hele den indre by")
                    .contains("Algoritme anslår ledig parkering");
        }
    }

    @Test
    void showsOnTheNetworkPageHowFarEveryCityHasCome() {
        try (var visit = chromium.wide("en", here("/network"))) {
            Locator rows = visit.page().locator("table.network tbody tr");

            assertThat(rows.count()).as("26 cities and the coordinator").isEqualTo(27);
            assertThat(rows.locator(".state-good").count()).isEqualTo(27);
        }
    }

    @Test
    void tellsOfAWithdrawnEntryThatItIsGoneAndWhy() {
        try (var visit = chromium.wide("da", here(DemoEntries.page(withdrawn)))) {
            assertThat(visit.status()).isEqualTo(410);
            assertThat(visit.text("blockquote")).isEqualTo("Posten var tastet to gange.");
            assertThat(visit.text("main")).doesNotContain("Et behov, beskrevet uden løsning.");
        }
    }

    @Test
    void showsWhatAVersionChanged() {
        try (var visit = chromium.wide("da", here(DemoEntries.page(changed)))) {
            visit.page().locator(".version summary").first().click();

            assertThat(visit.page().locator(".version").count()).isEqualTo(2);
            assertThat(visit.page().locator(".diff").isVisible()).isTrue();
            assertThat(visit.text(".diff .removed")).contains("Cykler på fortovet");
            assertThat(visit.text(".diff .added")).contains("Cykler spærrer fortovet");
            visit.keep("entry-differences-da-1280");
        }
    }

    @Test
    void showsAHostedCitysEntryWhereItsNameLeads() {
        try (var visit = chromium.wide("en", URI.create(hostedIri()))) {
            assertThat(URI.create(visit.page().url()).getPath()).isEqualTo(HOSTED);
            assertThat(visit.text("h1")).contains("From one route to 200 electric buses");
            assertThat(visit.text(".held")).isEqualTo("Key held by the coordinator");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10, The district-heat platform is used in other cities",
        "1, 1, Parking cameras do not find free spaces",
        "2, 53, Citizen participation",
        "3, 32, Robot buses feeding the tram",
        "4, 92, Nordic Innovation",
        "5, 129, gothenburg"
    })
    void answersEveryExampleQueryWithRows(int example, int rows, String content) {
        try (var visit = chromium.wide("en", here("/query"))) {
            visit.page().locator(".examples a").nth(example).click();

            Locator answer = visit.page().locator("[aria-labelledby=answer] tbody tr");
            assertThat(answer.count()).isEqualTo(rows);
            assertThat(String.join("\n", answer.allTextContents())).contains(content);
            visit.keep("query-example-" + (example + 1) + "-en-1280");
        }
    }

    private static URI here(String path) {
        return demo.copenhagen().url(path);
    }

    private static String hostedIri() {
        return demo.coordinator().url(HOSTED.replace("/doc/", "/id/")).toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
