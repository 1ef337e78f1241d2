package org.silofri.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.node.DemoNetwork;

/**
 * Pages, feeds and prints for everybody, on a real node with all cities and entries of the demo.
 */
class PublicPagesIT {

    private static final String REFUTED = "/doc/result/f04-parking-cameras-result";
    private static final String HOSTED = "/c/gothenburg/doc/result/f49-electric-buses";

    @TempDir private static Path folder;

    private static DemoNetwork demo;
    private static Chromium chromium;
    private static HttpClient http;
    private static EntryIri withdrawn;

    @BeforeAll
    static void startNodesAndBrowser() {
        demo = DemoNetwork.start(folder);
        withdrawn = new DemoEntries(demo).withdrawn();
        demo.awaitEqual();
        chromium = Chromium.start();
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        http.close();
        chromium.close();
        demo.close();
    }

    static Stream<Arguments> pages() {
        return Stream.of(
                        views("home", "/"),
                        views("cities", "/cities"),
                        views("city", "/cities/copenhagen"),
                        views("city-giving", "/cities/helsinki"),
                        views("city-hosted", "/cities/gothenburg"),
                        views("city-empty", "/cities/syddjurs"),
                        views("themes", "/themes"),
                        views("theme", "/themes/mobility"),
                        views("companies", "/companies"),
                        views("companies-filtered", "/companies?theme=mobility&city=copenhagen"),
                        views("companies-none", "/companies?theme=procurement&city=tromso"),
                        views("accessibility", "/accessibility"),
                        views("entry", REFUTED),
                        views("no-such-city", "/cities/atlantis"))
                .flatMap(views -> views);
    }

    private static Stream<Arguments> views(String name, String path) {
        return Stream.of(Arguments.of(name, "da", 360, path), Arguments.of(name, "en", 1280, path));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("pages")
    void isAccessibleAndAsksNoOtherHost(String name, String language, int width, String path) {
        try (var visit = chromium.visit(width, language, here(path))) {
            visit.keep("public-" + name + "-" + language + "-" + width);

            Page page = visit.page();
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            assertThat(visit.overflow()).as("wider than the window").isZero();
            assertThat(visit.hosts()).containsExactly(here("/").getHost());

            int other = width == 360 ? 1280 : 360;
            page.setViewportSize(other, 900);
            visit.keep("public-" + name + "-" + language + "-" + other);
            assertThat(visit.overflow()).as("wider than the other window").isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/cities/copenhagen", "/themes/mobility", "/companies", REFUTED})
    void printsWithoutMenus(String path) {
        try (var visit = chromium.wide("da", here(path))) {
            Page page = visit.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            visit.keep("print" + path.replace('/', '-'));

            assertThat(page.locator(".menu").isVisible()).isFalse();
            assertThat(page.locator(".foot").isVisible()).isFalse();
            assertThat(page.locator("h1").isVisible()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"/cities/copenhagen, 40", "/companies, 25", "/themes, 25", "/cities, 25"})
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

    /** Generous, since the machine of a test does other things too; prints what it took. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/cities",
                "/cities/copenhagen",
                "/themes",
                "/themes/mobility",
                "/companies",
                "/feeds/cities/copenhagen.atom"
            })
    void answersQuicklyAtTheSizeOfTheDemo(String path) throws Exception {
        var took = new ArrayList<Long>();
        for (int i = 0; i < 15; i++) {
            long start = System.nanoTime();
            assertThat(get(path).statusCode()).isEqualTo(200);
            took.add((System.nanoTime() - start) / 1_000_000);
        }
        took.sort(null);

        System.out.printf("median of %s: %d ms%n", path, took.get(7));
        assertThat(took.get(7)).isLessThan(500);
    }

    @Test
    void leadsFromTheMapsTableToACityAndFromItToItsEntries() {
        try (var visit = chromium.withoutScript("en", here("/"))) {
            visit.page().locator(".map-table tbody th a").first().click();
            assertThat(visit.text("h1")).startsWith("Copenhagen");
            visit.page().locator(".fig-refuted a").click();

            assertThat(visit.page().url()).contains("verdict=disproved").contains("city=");
            assertThat(visit.text(".hits")).contains("Parking cameras do not find free spaces");
        }
    }

    @Test
    void showsTheGoalsTableWithAWarningAtTheSlip() {
        try (var visit = chromium.wide("en", here("/cities/copenhagen"))) {
            Locator slips = visit.page().locator(".targets .slip");

            assertThat(slips.count()).isOne();
            assertThat(slips.textContent()).contains("2020").contains("2012");
            assertThat(visit.page().locator(".targets tbody tr").count()).isEqualTo(8);
        }
    }

    @Test
    void showsWhatOneCityGaveAndTheOtherTook() {
        try (var giving = chromium.wide("en", here("/cities/helsinki"));
                var taking = chromium.wide("en", here("/cities/stavanger"))) {
            assertThat(giving.text(".give")).contains("Stavanger");
            assertThat(taking.text(".take")).contains("Helsinki");
        }
    }

    @Test
    void narrowsTheNeedsWithoutAScript() {
        try (var visit = chromium.withoutScript("en", here("/companies"))) {
            int all = visit.page().locator(".need").count();
            visit.page().locator("#city").selectOption("copenhagen");
            visit.page().locator(".filters button").click();

            assertThat(visit.page().url()).contains("city=copenhagen");
            assertThat(visit.page().locator(".need").count()).isPositive().isLessThan(all);
            assertThat(visit.page().locator(".need a.line-city").allTextContents())
                    .containsOnly("Copenhagen");
        }
    }

    static Stream<String> feeds() {
        return Stream.of(
                "/feeds/search.atom",
                "/feeds/search.atom?q=parkering&lang=da",
                "/feeds/search.atom?verdict=disproved",
                "/feeds/cities/copenhagen.atom",
                "/feeds/themes/mobility.atom?lang=da",
                "/feeds/entry.atom?iri="
                        + encoded(here(REFUTED).toString().replace("/doc/", "/id/")));
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void givesAtomWithUniqueIdsAndAnswersNotModified(String path) throws Exception {
        HttpResponse<byte[]> answer = get(path);
        SyndFeed feed = read(answer);

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/atom+xml");
        assertThat(feed.getEntries()).isNotEmpty();
        assertThat(feed.getEntries()).extracting(SyndEntry::getUri).doesNotHaveDuplicates();
        assertThat(
                        get(
                                        path,
                                        "If-None-Match",
                                        answer.headers().firstValue("ETag").orElseThrow())
                                .statusCode())
                .isEqualTo(304);
        assertThat(
                        get(
                                        path,
                                        "If-Modified-Since",
                                        answer.headers().firstValue("Last-Modified").orElseThrow())
                                .statusCode())
                .isEqualTo(304);
    }

    @Test
    void tellsInTheFeedThatSomethingWasRefutedOrWithdrawn() throws Exception {
        List<SyndEntry> entries = read(get("/feeds/cities/copenhagen.atom?lang=da")).getEntries();
        SyndFeed refuted = read(get("/feeds/search.atom?verdict=disproved&lang=da"));

        assertThat(entries)
                .filteredOn(entry -> entry.getUri().equals(withdrawn.value()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.getTitle()).startsWith("Trukket tilbage:"));
        assertThat(refuted.getEntries())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.getTitle()).startsWith("Afkræftet:"));
    }

    @Test
    void namesItsFeedsInTheHeadOfAPage() {
        try (var visit = chromium.wide("en", here("/cities/copenhagen"))) {
            Locator atom = visit.page().locator("link[rel=alternate][type='application/atom+xml']");

            assertThat(atom.getAttribute("href"))
                    .isEqualTo("/feeds/cities/copenhagen.atom?lang=en");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {REFUTED, HOSTED})
    void printsAnEntryOnOneTaggedPage(String path) throws Exception {
        boolean hosted = path.equals(HOSTED);
        String iri = demo.coordinator().url(path.replace("/doc/", "/id/")).toString();
        String address =
                hosted ? "/entry?format=pdf&lang=en&iri=" + encoded(iri) : path + ".pdf?lang=da";
        HttpResponse<byte[]> answer = get(address);
        keep(path.substring(path.lastIndexOf('/') + 1) + ".pdf", answer.body());

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        try (PDDocument pdf = Loader.loadPDF(answer.body())) {
            assertThat(pdf.getNumberOfPages()).isOne();
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isNotBlank();
            assertThat(pdf.getDocumentInformation().getTitle()).isNotBlank();
            pdf.getPage(0)
                    .getResources()
                    .getFontNames()
                    .forEach(name -> assertThat(name.getName()).isNotBlank());
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains(hosted ? "Gothenburg" : "København").contains("CC0");
        }
    }

    @Test
    void printsTheHostedEntryUnderItsOwnAddressAndNothingOfTheWithdrawn() throws Exception {
        URI hosted = demo.coordinator().url(HOSTED + ".pdf");

        assertThat(send(HttpRequest.newBuilder(hosted).build()).statusCode()).isEqualTo(200);
        assertThat(get(DemoEntries.page(withdrawn) + ".pdf").statusCode()).isEqualTo(410);
        assertThat(get("/doc/pilot/nowhere.pdf").statusCode()).isEqualTo(404);
        assertThat(get("/feeds/cities/atlantis.atom").statusCode()).isEqualTo(404);
    }

    private static SyndFeed read(HttpResponse<byte[]> answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(200);
        return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(answer.body())));
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(here(path));
        return send(headers.length == 0 ? request.build() : request.headers(headers).build());
    }

    private static HttpResponse<byte[]> send(HttpRequest request) throws Exception {
        return http.send(request, BodyHandlers.ofByteArray());
    }

    private static void keep(String name, byte[] content) throws Exception {
        Path kept = Path.of("target", "screenshots");
        Files.createDirectories(kept);
        Files.write(kept.resolve(name), content);
    }

    private static URI here(String path) {
        return demo.copenhagen().url(path);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
