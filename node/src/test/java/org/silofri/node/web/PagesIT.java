package org.silofri.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.node.TestNetwork;
import org.silofri.node.TestNode;
import org.silofri.node.intake.EditResult;
import org.silofri.node.intake.IntakeService;
import org.silofri.node.projection.Projections;

/** The pages of a real node in a real browser. */
class PagesIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @TempDir private static Path folder;

    private static TestNetwork network;
    private static TestNode node;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void startNodeAndBrowser() {
        network = TestNetwork.start(folder, Map.of("silofri.demo", "true"), "copenhagen");
        node = network.node("copenhagen");
        for (SampleEntry sample : SampleEntry.values()) {
            publish(sample);
        }
        assertThat(node.bean(Projections.class).awaitVisible(Duration.ofSeconds(30))).isTrue();
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-quic",
                                                        "--no-first-run",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync")));
    }

    @AfterAll
    static void stop() {
        playwright.close();
        network.close();
    }

    private static void publish(SampleEntry sample) {
        var graph = RDFParser.fromString(sample.turtle(node.base().value()), Lang.TURTLE).toGraph();
        EditResult result = node.bean(IntakeService.class).create(node.city(), graph, null);
        assertThat(result).as(sample.name()).isInstanceOf(EditResult.Saved.class);
    }

    static Stream<Arguments> pages() {
        String query = "SELECT ?title WHERE { ?s <http://purl.org/dc/terms/title> ?title }";
        String pilot = node.base().value() + "/id/pilot/kamera";
        return Map.ofEntries(
                        Map.entry("home", "/"),
                        Map.entry("search", "/search?q=parkering"),
                        Map.entry("search-filtered", "/search?kind=result&verdict=disproved"),
                        Map.entry("search-empty", "/search?q=zzzqqqxxx&kind=pilot"),
                        Map.entry("entry", "/doc/result/kamera-svar"),
                        Map.entry("entry-pilot", "/entry?iri=" + encoded(pilot)),
                        Map.entry("network", "/network"),
                        Map.entry("query", "/query"),
                        Map.entry("query-answer", "/query?query=" + encoded(query)),
                        Map.entry("not-found", "/doc/pilot/nowhere"))
                .entrySet()
                .stream()
                .flatMap(page ->
                        Stream.of("da", "en")
                                .map(lang -> Arguments.of(page.getKey(), page.getValue(), lang)));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("pages")
    void isAccessibleAtEveryWidthAndAsksNoOtherHost(String name, String path, String language) {
        Set<String> hosts = new ConcurrentSkipListSet<>();
        for (int width : new int[] {1280, 360}) {
            visit(
                    page(width, language, true),
                    path,
                    page -> {
                        keep(page, name + "-" + language + "-" + width);
                        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
                        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
                        assertThat(overflow(page)).as("wider than the window").isZero();
                    },
                    hosts);
        }

        assertThat(hosts).containsExactly(node.url().getHost());
    }

    @Test
    void worksWithoutJavaScript() {
        visit(
                page(1280, "da", false),
                "/",
                page -> {
                    page.locator("#q").fill("kamera");
                    page.locator("form.ask button").click();
                    page.locator(".hit-title a").first().click();

                    assertThat(page.locator("h1").textContent()).containsIgnoringCase("kamera");
                },
                new ConcurrentSkipListSet<>());
    }

    @Test
    void letsTheKeyboardSkipToTheContent() {
        visit(
                page(1280, "en", true),
                "/",
                page -> {
                    page.keyboard().press("Tab");
                    assertThat(page.locator(".skip").boundingBox().y).isGreaterThanOrEqualTo(0);
                    page.keyboard().press("Enter");

                    assertThat(page.url()).endsWith("#main");
                },
                new ConcurrentSkipListSet<>());
    }

    @Test
    void remembersTheChosenLanguage() {
        visit(
                page(1280, "en", true),
                "/",
                page -> {
                    page.locator(".languages a[lang=da]").click();
                    page.locator(".menu a").nth(1).click();

                    assertThat(page.locator("h1").textContent()).isEqualTo("Søg");
                },
                new ConcurrentSkipListSet<>());
    }

    private static Page page(int width, String language, boolean script) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(width, 900)
                                .setLocale(language)
                                .setJavaScriptEnabled(script));
        return context.newPage();
    }

    private static void visit(Page page, String path, Consumer<Page> look, Set<String> hosts) {
        page.onRequest(request -> hosts.add(URI.create(request.url()).getHost()));
        try {
            page.navigate(node.url(path).toString());
            look.accept(page);
        } finally {
            page.context().close();
        }
    }

    private static int overflow(Page page) {
        Object wider =
                page.evaluate(
                        "() => document.documentElement.scrollWidth"
                                + " - document.documentElement.clientWidth");
        return ((Number) wider).intValue();
    }

    private static void keep(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** So that the kinds of the samples stand in one place. */
    enum SampleEntry {
        PROBLEM(
                EntryKind.PROBLEM,
                "parkering",
                "dcterms:title \"For lidt plads til parkering i Indre By\"@da,"
                        + " \"Too little room for parking\"@en ; sf:affects 55000"),
        PILOT(
                EntryKind.PILOT,
                "kamera",
                "dcterms:title \"Kameraer, der ser ledige pladser\"@da ;"
                        + " sf:addresses <BASE/id/problem/parkering> ;"
                        + " schema:startDate \"2018-10\"^^xsd:gYearMonth ;"
                        + " sf:status <https://w3id.org/silofri/ns/status/completed>"),
        RESULT(
                EntryKind.RESULT,
                "kamera-svar",
                "dcterms:title \"Kameraer ser for smalt til parkering\"@da ;"
                        + " prov:wasGeneratedBy <BASE/id/pilot/kamera> ;"
                        + " sf:hypothesis \"Kameraer kan se ledige pladser\"@da ;"
                        + " sf:verdict <https://w3id.org/silofri/ns/verdict/disproved>"),
        SCALING(
                EntryKind.SCALING_EVENT,
                "data",
                "dcterms:title \"Parkering efter data i hele byen\"@da ;"
                        + " sf:scales <BASE/id/pilot/kamera> ;"
                        + " sf:evidence <https://example.org/evidence> ;"
                        + " sf:rung <https://w3id.org/silofri/ns/rung/city>");

        private static final String COMMON =
                """
                PREFIX sf: <https://w3id.org/silofri/ns#>
                PREFIX dcterms: <http://purl.org/dc/terms/>
                PREFIX prov: <http://www.w3.org/ns/prov#>
                PREFIX schema: <https://schema.org/>
                PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                <BASE/id/KIND/KEY> a <CLASS> ;
                    dcterms:description "En enkel prøve om parkering, med svar til andre byer."@da ;
                    dcterms:subject <https://w3id.org/silofri/ns/theme/parking> ;
                    dcterms:license <https://creativecommons.org/publicdomain/zero/1.0/> ;
                    dcterms:source <https://example.org/source> ;
                    SPECIAL .
                """;

        private final EntryKind kind;
        private final String key;
        private final String special;

        SampleEntry(EntryKind kind, String key, String special) {
            this.kind = kind;
            this.key = key;
            this.special = special;
        }

        String turtle(String base) {
            return COMMON.replace("SPECIAL", special)
                    .replace("KIND", kind.path())
                    .replace("KEY", key)
                    .replace("CLASS", kind.classIri())
                    .replace("BASE", base);
        }
    }
}
