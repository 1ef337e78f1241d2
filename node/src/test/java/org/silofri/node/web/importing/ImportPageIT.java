package org.silofri.node.web.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silofri.node.DemoNetwork;
import org.silofri.node.Person;
import org.silofri.node.TestNode;
import org.silofri.node.security.Grant;
import org.silofri.node.security.Role;
import org.silofri.node.web.Chromium;

/** Stories 5 and 7: a workshop's sheet and a city's goals, through the page in a real browser. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportPageIT {

    private static final Path GOALS = Path.of("../compose/demo/copenhagen.xlsx");

    @TempDir private static Path folder;
    private static DemoNetwork demo;
    private static TestNode copenhagen;
    private static Chromium chromium;
    private static String preview = "";

    @BeforeAll
    static void startNodesAndBrowser() {
        demo = DemoNetwork.start(folder);
        copenhagen = demo.copenhagen();
        account("publisher", Role.PUBLISHER);
        account("editor", Role.EDITOR);
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        demo.close();
    }

    @ParameterizedTest
    @CsvSource({"da, 1280", "en, 360", "fi, 1280", "nb, 360"})
    @Order(1)
    void tellsEverybodyHowItWorksAndOffersTheTemplate(String language, int width) {
        try (var visit = chromium.visit(width, language, copenhagen.url("/import"))) {
            visit.keep("import-closed-%s-%d".formatted(language, width));

            assertThat(visit.page().locator("input[type=file]").count()).isZero();
            assertThat(visit.page().locator("a[href*='template.xlsx']").count()).isEqualTo(7);
            assertSound(visit);
        }
    }

    @Test
    @Order(2)
    void listsTheBadCellsOfAWorkshopSheetAndPublishesNothing() {
        Path sheet = WorkshopSheet.write(folder.resolve("borgermøde.xlsx"), false);
        long before = events();
        try (var visit = reader(1280, "da", true)) {
            visit.keep("import-da-1280");
            assertSound(visit);

            upload(visit.page(), sheet);

            preview = visit.page().url().replaceAll("\\?.*", "");
            assertThat(chips(visit.page())).containsExactly("Alle 60", "Nye 55", "Skal rettes 5");
            assertThat(visit.page().locator("tr.row-refused .remarks").allInnerTexts())
                    .anyMatch(text -> text.contains("tema") && text.contains("trafik-og-miljø"))
                    .anyMatch(text -> text.contains("titel"))
                    .anyMatch(text -> text.contains("nøgle") && text.contains("problem-03"))
                    .anyMatch(text -> text.contains("licens") && text.contains("CC0"))
                    .anyMatch(text -> text.contains("kontakt"))
                    .hasSize(5);
            assertThat(visit.text(".act button")).isEqualTo("Udgiv 55 rækker");
        }
        assertThat(events()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"da, 1280", "en, 360", "en, 1280", "da, 360"})
    @Order(3)
    void showsThePreviewInTheReadersLanguage(String language, int width) {
        try (var visit = reader(width, language, true)) {
            visit.page().navigate(preview);
            visit.keep("import-preview-%s-%d".formatted(language, width));

            assertThat(visit.text("tr.row-refused .remedy")).isNotEmpty();
            assertSound(visit);
        }
    }

    @Test
    @Order(4)
    void showsAPreviewToNobodyElse() {
        try (var visit = chromium.wide("en", copenhagen.url("/import"))) {
            visit.page().navigate(preview);

            assertThat(visit.page().url()).contains("/signin?from=");
            assertThat(visit.page().content()).doesNotContain("problem-03");
        }
    }

    @Test
    @Order(4)
    void letsAnEditorLookAndNotPublish() {
        try (var visit = signedIn("editor", 1280, "nb", true)) {
            visit.page().navigate(preview);
            visit.keep("import-editor-nb-1280");

            assertThat(visit.page().locator(".act form[action$=publish]").count()).isZero();
            assertThat(visit.page().locator("tr.row-refused").count()).isEqualTo(5);
            visit.page()
                    .evaluate(
                            "form => { form.action = form.action.replace(/discard$/, 'publish');"
                                    + " form.submit(); }",
                            visit.page().locator("form[action$=discard]").elementHandle());
            visit.page().locator(".problem-page").waitFor();
            assertThat(visit.text(".status")).isEqualTo("403");
        }
    }

    @Test
    @Order(5)
    void publishesWhatIsGoodWithoutAScript() {
        long before = events();
        try (var visit = reader(1280, "en", false)) {
            visit.page().navigate(preview);

            visit.page().locator(".act button[data-variant=primary]").click();

            // the page comes again by itself
            visit.page().locator(".ds-alert[data-color=success]").waitFor();
            visit.keep("import-done-en-1280");
            assertThat(visit.text(".ds-alert"))
                    .isEqualTo("Published: 55 new, 0 changed, 0 unchanged.");
            visit.page().locator(".chip", having("New")).click();
            visit.page().locator(".rows tbody a").first().click();
            assertThat(visit.text("h1")).startsWith("Cykler spærrer fortovet ved skolen");
        }
        assertThat(events()).isEqualTo(before + 55);
    }

    @Test
    @Order(6)
    void addsTheMendedRowsAndRepeatsNothing() {
        Path sheet = WorkshopSheet.write(folder.resolve("borgermøde-rettet.xlsx"), true);
        long before = events();
        try (var visit = reader(360, "da", true)) {
            upload(visit.page(), sheet);
            assertThat(chips(visit.page())).containsExactly("Alle 60", "Nye 5", "Uændrede 55");

            visit.page().locator(".act button[data-variant=primary]").click();

            visit.page().locator(".ds-alert[data-color=success]").waitFor();
            visit.keep("import-done-da-360");
            assertSound(visit);
            assertThat(visit.text(".ds-alert"))
                    .isEqualTo("Udgivet: 5 nye, 0 ændrede, 55 uændrede.");
        }
        assertThat(events()).isEqualTo(before + 5);
    }

    @Test
    @Order(7)
    void findsNothingToPublishTheSecondTime() {
        long before = events();
        try (var visit = reader(1280, "en", true)) {
            upload(visit.page(), folder.resolve("borgermøde-rettet.xlsx"));

            assertThat(chips(visit.page())).containsExactly("All 60", "Unchanged 60");
            assertThat(visit.page().locator(".act form[action$=publish]").count()).isZero();
            assertThat(visit.text(".act-text")).startsWith("There is nothing to publish");
        }
        assertThat(events()).isEqualTo(before);
    }

    /** Story 7: the source's base year lies after the goal's start. */
    @Test
    @Order(8)
    void warnsOfTheSlipInTheGoalsOfTheClimatePlan() {
        try (var visit = reader(1280, "da", true)) {
            upload(visit.page(), GOALS);
            visit.page().locator(".chip", having("Værd at se på")).click();
            visit.keep("import-warning-da-1280");

            assertThat(visit.page().locator(".rows tbody tr").count()).isOne();
            assertThat(visit.text(".doubt")).contains("basisår");
            assertSound(visit);
        }
    }

    @Test
    @Order(9)
    void refusesAFileThatIsNoTableWithARemedy() throws Exception {
        Path file = Files.writeString(folder.resolve("brev.xlsx"), "Kære alle");
        try (var visit = reader(1280, "en", true)) {
            upload(visit.page(), file);
            visit.keep("import-unreadable-en-1280");

            assertThat(visit.text(".ds-alert")).contains("cannot be").contains("Open it in");
            assertSound(visit);
        }
    }

    @Test
    @Order(10)
    void forgetsADiscardedUpload() {
        try (var visit = reader(1280, "en", true)) {
            visit.page().navigate(preview);
            visit.page().locator("form[action$=discard] button").click();

            assertThat(visit.page().url()).endsWith("/import");
            assertThat(visit.page().navigate(preview).status()).isEqualTo(404);
        }
    }

    private static void account(String name, Role role) {
        Person.account(copenhagen, name, Set.of(new Grant(role, copenhagen.city())));
    }

    private static Chromium.Visit reader(int width, String language, boolean script) {
        return signedIn("publisher", width, language, script);
    }

    private static Chromium.Visit signedIn(
            String name, int width, String language, boolean script) {
        var visit =
                script
                        ? chromium.visit(width, language, copenhagen.url("/import"))
                        : chromium.withoutScript(language, copenhagen.url("/import"));
        visit.page().locator(".upload-closed a").click();
        visit.page().locator("#name").fill(name);
        visit.page().locator("#password").fill(Person.PASSWORD);
        visit.page().locator("main form button[type=submit]").click();
        visit.page().locator("#file").waitFor();
        return visit;
    }

    /** Chooses the file, sends it and waits until it has been looked at. */
    private static void upload(Page page, Path file) {
        page.locator("#file").setInputFiles(file);
        page.locator(".upload-form button").click();
        page.locator(".act, .ds-alert").first().waitFor();
        page.locator(".busy")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private static Page.LocatorOptions having(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static List<String> chips(Page page) {
        return page.locator(".chip").allInnerTexts().stream()
                .map(text -> text.strip().replaceAll("\\s+", " "))
                .toList();
    }

    private static long events() {
        return copenhagen.log().head(copenhagen.city()).orElseThrow().position().seq();
    }

    private static void assertSound(Chromium.Visit visit) {
        assertThat(new AxeBuilder(visit.page()).analyze().getViolations()).isEmpty();
        assertThat(visit.overflow()).as("wider than the window").isZero();
        assertThat(visit.hosts()).containsExactly(copenhagen.url().getHost());
    }
}
