package org.silofri.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.silofri.ontology.Languages;

/** Pages in every language in a real browser, wide and narrow. */
class LanguagesIT {

    private static final String REFUTED = "/doc/result/f04-parking-cameras-result";

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

    /** The three with the most text; where pictures are asked for, the others too. */
    static Stream<Arguments> pages() {
        Map<String, String> pages =
                new LinkedHashMap<>(
                        Map.of("home", "/", "search", "/search?q=parkering", "entry", REFUTED));
        if (Boolean.getBoolean("silofri.pictures")) {
            pages.put("search-empty", "/search?q=zzzq&kind=pilot");
            pages.put("entry-changed", DemoEntries.page(changed));
            pages.put("entry-withdrawn", DemoEntries.page(withdrawn));
            pages.put("network", "/network");
            pages.put("query", "/query");
            pages.put("not-found", "/doc/pilot/nowhere");
        }
        return Languages.ALL.stream()
                .flatMap(language ->
                        pages.entrySet().stream()
                                .map(page ->
                                        Arguments.of(language, page.getKey(), page.getValue())));
    }

    /** What axe looks at is the same in each language; {@link PagesIT} shows it in two. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pages")
    void isWhole(String language, String name, String path) {
        try (var visit = chromium.visit(360, language, here(path))) {
            visit.keep("languages/" + name + "-" + language + "-360");

            Page page = visit.page();
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(page.content()).doesNotContain("??");
            assertThat(visit.overflow()).as("wider than a telephone").isZero();

            page.setViewportSize(1280, 900);
            visit.keep("languages/" + name + "-" + language + "-1280");
            assertThat(visit.overflow()).as("wider than a screen").isZero();
        }
    }

    @Test
    void offersEveryLanguageByItsOwnName() {
        try (var visit = chromium.visit(360, "fi", here("/network"))) {
            visit.page().locator(".languages summary").click();
            Locator choices = visit.page().locator(".languages li a");
            visit.keep("languages/menu-fi-360");

            assertThat(choices.allTextContents())
                    .containsExactly(
                            "Dansk",
                            "Bokmål",
                            "Nynorsk",
                            "Svenska",
                            "Suomi",
                            "Íslenska",
                            "English");
            assertThat(new AxeBuilder(visit.page()).analyze().getViolations()).isEmpty();
            assertThat(visit.overflow()).isZero();
            choices.nth(5).click();
            assertThat(visit.text("h1")).isEqualTo("Netið");
        }
    }

    /** The entry has a Danish and an English text. */
    @ParameterizedTest
    @CsvSource({
        "da, Kameraer, ''",
        "nb, Kameraer, da",
        "nn, Kameraer, da",
        "sv, Kameraer, da",
        "fi, cameras, en",
        "is, cameras, en",
        "en, cameras, ''"
    })
    void showsAnEntryInTheReadersLanguageOrSaysInWhich(String reader, String word, String marked) {
        try (var visit = chromium.visit(1280, reader, here(REFUTED))) {
            assertThat(visit.text("h1")).containsIgnoringCase(word);
            List<String> marks = visit.page().locator("h1 .lang > [aria-hidden]").allTextContents();
            assertThat(marks).isEqualTo(marked.isEmpty() ? List.of() : List.of(marked));
        }
    }

    private static URI here(String path) {
        return demo.copenhagen().url(path);
    }
}
