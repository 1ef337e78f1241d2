package org.silofri.node.web.write;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.node.DemoNetwork;
import org.silofri.node.Person;
import org.silofri.node.TestNode;
import org.silofri.node.intake.draft.Draft;
import org.silofri.node.intake.draft.Drafts;
import org.silofri.node.security.Grant;
import org.silofri.node.security.Role;
import org.silofri.node.web.Chromium;
import org.silofri.node.web.Chromium.Visit;
import org.silofri.node.web.listing.EntryLinks;

/** Writing, in a real browser on two real nodes with all cities and entries of the demo. */
class WritingIT {

    private static final CityId STAVANGER = new CityId("stavanger");
    private static final double PATIENCE = 12_000;
    private static final String EDITOR = "mobility-unit";
    private static final String PUBLISHER = "city-office";
    private static final String ELSEWHERE = "stavanger-office";

    @TempDir private static Path folder;
    private static DemoNetwork demo;
    private static Chromium chromium;

    @BeforeAll
    static void nodesPeopleAndABrowser() {
        demo = DemoNetwork.start(folder);
        TestNode copenhagen = demo.copenhagen();
        Person.account(copenhagen, EDITOR, Set.of(new Grant(Role.EDITOR, copenhagen.city())));
        Person.account(copenhagen, PUBLISHER, Set.of(new Grant(Role.PUBLISHER, copenhagen.city())));
        Person.account(demo.coordinator(), ELSEWHERE, Set.of(new Grant(Role.PUBLISHER, STAVANGER)));
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        demo.close();
    }

    private static Visit signedIn(String language, String name) {
        return signIn(
                chromium.wide(language, demo.copenhagen().url("/signin")), demo.copenhagen(), name);
    }

    private static Visit signIn(Visit visit, TestNode node, String name) {
        visit.page().setDefaultTimeout(PATIENCE);
        visit.page().locator("#name").fill(name);
        visit.page().locator("#password").fill(Person.PASSWORD);
        visit.page().locator("main form button").click();
        visit.page().navigate(node.url("/write").toString());
        return visit;
    }

    private static void open(Visit visit, String path) {
        visit.page().navigate(demo.copenhagen().url(path).toString());
    }

    private static void act(Page page, String wish) {
        page.locator("button[value=" + wish + "]").click();
    }

    /** Everything that a problem must have. */
    private static void fill(Page page, String language, String title) {
        page.locator("[name='title." + language + "']").fill(title);
        page.locator("[name='description." + language + "']").fill("Et behov uden løsning.");
        page.locator("[name=theme][value=mobility]").check();
        page.locator("#f-licence").selectOption("https://creativecommons.org/licenses/by/4.0/");
        page.locator("#f-source").fill("https://example.org/plan");
    }

    private static long drafts(String title) {
        return demo.copenhagen().bean(Drafts.class).of(Set.of(demo.copenhagen().city())).stream()
                .filter(draft -> draft.content().toString().contains(title))
                .count();
    }

    private static Draft draft(String title) {
        return demo.copenhagen().bean(Drafts.class).of(Set.of(demo.copenhagen().city())).stream()
                .filter(draft -> draft.content().toString().contains(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anEditorSubmitsAndAPublisherReturnsAndPublishes() {
        try (Visit editor = signedIn("da", EDITOR);
                Visit publisher = signedIn("da", PUBLISHER)) {
            open(editor, "/write/new/problem");
            fill(editor.page(), "da", "Ladcykler uden parkering");
            assertThat(editor.page().locator("button[value=publish]")).hasCount(0);
            act(editor.page(), "submit");
            assertThat(editor.page().locator("[role=status]")).containsText("Sendt til byens");

            open(publisher, "/write");
            publisher.page().locator("#waiting ~ .drafts a").first().click();
            publisher.page().locator("#comment").fill("Hvilke gader?");
            act(publisher.page(), "return");

            open(editor, "/write");
            assertThat(editor.page().locator("#waiting ~ .drafts")).containsText("Hvilke gader?");
            editor.page().locator("#waiting ~ .drafts a").first().click();
            editor.page().locator("[name='description.da']").fill("I gaderne ved Nørreport.");
            act(editor.page(), "submit");

            open(publisher, "/write");
            publisher.page().locator("#waiting ~ .drafts a").first().click();
            act(publisher.page(), "publish");

            assertThat(publisher.page().locator("h1")).containsText("Ladcykler uden parkering");
            assertThat(drafts("Ladcykler uden parkering")).isZero();
        }
    }

    @Test
    void anEditorCannotPublishByAHandMadeForm() {
        try (Person editor = Person.at(demo.copenhagen())) {
            editor.signIn(EDITOR, Person.PASSWORD);

            int status =
                    editor.post(
                                    "/write/draft/01jdhzv5q8r3m2n4p6s7t9w0xy",
                                    Map.of("do", "publish", "kind", "problem", "version", "0"))
                            .statusCode();

            assertThat(status).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "da, 'Licensen mangler. Vælg en licens, for eksempel CC0 eller CC BY 4.0.'",
        "en, 'The licence is missing. Choose a licence, for example CC0 or CC BY 4.0.'"
    })
    void tellsAtTheFieldWhatIsMissingAndPublishesNothing(String language, String message) {
        try (Visit visit = signedIn(language, PUBLISHER)) {
            open(visit, "/write/new/problem");
            fill(visit.page(), language, "Uden licens " + language);
            visit.page().locator("#f-licence").selectOption("");
            var before = demo.copenhagen().log().heads();

            act(visit.page(), "publish");

            assertThat(visit.page().locator("#errors a")).hasText(message);
            assertThat(visit.page().locator("#errors")).isFocused();
            visit.keep("write-error-" + language + "-1280");
            visit.page().locator("#errors a").click();
            assertThat(visit.page().locator("#f-licence")).isFocused();
            assertThat(visit.page().locator("#f-licence-problem")).hasText(message);
            assertThat(demo.copenhagen().log().heads()).isEqualTo(before);
        }
    }

    @Test
    void asksForTheBaseYearOfARelativeTarget() {
        try (Visit visit = signedIn("da", PUBLISHER)) {
            open(visit, "/write/new/target");
            fill(visit.page(), "da", "40 % mindre end før");
            visit.page().locator("#f-targetValue").fill("40");
            visit.page().locator("#f-unit").fill("%");
            visit.page().locator("#f-targetYear").fill("2030");
            visit.page().locator("#f-relative").check();
            var before = demo.copenhagen().log().heads();

            act(visit.page(), "publish");

            assertThat(visit.page().locator("#f-baseYear-problem"))
                    .containsText("Et relativt måltal har intet basisår.");
            assertThat(demo.copenhagen().log().heads()).isEqualTo(before);
        }
    }

    @Test
    void letsAPublisherConfirmWhatLooksLikeAPerson() {
        try (Visit visit = signedIn("en", PUBLISHER)) {
            open(visit, "/write/new/problem");
            fill(visit.page(), "en", "Bikes on the pavement");
            visit.page()
                    .locator("[name='description.en']")
                    .fill("The project manager Mette Hansen knows more.");
            act(visit.page(), "publish");
            assertThat(visit.page().locator(".doubts")).containsText("Mette Hansen");
            visit.keep("write-doubt-en-1280");

            visit.page().locator("[name=confirmed]").check();
            act(visit.page(), "publish");

            assertThat(visit.page().locator("h1")).containsText("Bikes on the pavement");
        }
    }

    /** Words bridge what is spelt alike; what has no word in common is bridged by the theme. */
    @Test
    void showsWhileTheTitleIsTypedWhoHasTriedIt() {
        try (Visit visit = signedIn("da", EDITOR)) {
            open(visit, "/write/new/problem");
            Page page = visit.page();
            long start = System.nanoTime();
            page.locator("[name='title.da']").pressSequentially("delesykkel-hub");

            assertThat(page.locator(".near").first()).containsText("Matcher »hubs«");
            page.locator("[name=theme][value=mobility]").check();
            Locator related =
                    page.locator(".near li")
                            .filter(
                                    new Locator.FilterOptions()
                                            .setHasText("Samme tema: Mobilitet"));
            assertThat(related.first()).isVisible();
            assertThat((System.nanoTime() - start) / 1_000_000_000).isLessThan(5);
            visit.keep("write-neighbours-da-1280");
        }
    }

    @Test
    void tellsWhoDisprovedIt() {
        try (Visit visit = signedIn("da", EDITOR)) {
            open(visit, "/write/new/pilot");
            visit.page().locator("[name='title.da']").fill("Kameraer til parkering");

            assertThat(visit.page().locator(".near").first()).containsText("Afkræftet i København");
        }
    }

    @Test
    void keepsWhatIsTypedByItself() {
        try (Visit visit = signedIn("da", EDITOR)) {
            open(visit, "/write/new/solution");
            visit.page().locator("[name='title.da']").fill("Gemt af sig selv");

            assertThat(visit.page().locator("#kept")).containsText("Gemt ");
            assertThat(draft("Gemt af sig selv").version()).isPositive();
        }
    }

    @Test
    void showsBothTextsWhenTwoKeepTheSameDraft() {
        try (Visit first = signedIn("da", EDITOR);
                Visit second = withoutScript(PUBLISHER)) {
            open(first, "/write/new/problem");
            fill(first.page(), "da", "To på én gang");
            act(first.page(), "save");
            first.page().waitForURL("**?done=saved");
            String path = "/write/draft/" + draft("To på én gang").id();
            open(second, path);
            first.page().locator("[name='description.da']").fill("Den førstes ord.");
            act(first.page(), "save");
            first.page().waitForURL("**?done=saved");
            second.page().locator("[name='description.da']").fill("Den andens ord.");
            act(second.page(), "save");

            assertThat(second.page().locator(".clash")).hasCount(1);
            assertThat(second.page().locator(".clash")).containsText("Den førstes ord.");
            assertThat(second.page().locator(".clash")).containsText("Den andens ord.");
            second.keep("write-conflict-da-1280");
            second.page().locator("[value=theirs]").check();
            second.page().locator("main form button").click();

            assertThat(second.page().locator("[name='description.da']"))
                    .hasValue("Den førstes ord.");
        }
    }

    @Test
    void showsWhatWasPublishedMeanwhile() {
        EntryIri entry = Entries.of(demo.copenhagen()).problem("Udgivet imens");
        try (Visit visit = withoutScript(PUBLISHER)) {
            open(visit, "/write/edit?iri=" + EntryLinks.encoded(entry.value()));
            visit.page().locator("[name='title.da']").fill("Udgivet imens, rettet af mig");
            Entries.of(demo.copenhagen()).retitle(entry, "Udgivet imens, rettet af en anden");
            act(visit.page(), "publish");

            assertThat(visit.page().locator(".clash")).containsText("rettet af en anden");
            visit.page().locator("[value=mine]").check();
            visit.page().locator("main form button").click();
            act(visit.page(), "publish");

            assertThat(visit.page().locator("h1")).containsText("rettet af mig");
            assertThat(visit.page().locator(".version")).hasCount(3);
        }
    }

    @Test
    void countsOnEveryNodeWhoHasAdoptedIt() {
        EntryIri original =
                Entries.of(demo.copenhagen(), demo.copenhagen().city())
                        .solution("Skilte der følger vejen", "da", "mobility");
        demo.awaitEqual();
        TestNode elsewhere = demo.coordinator();
        try (Visit visit =
                signIn(chromium.wide("en", elsewhere.url("/signin")), elsewhere, ELSEWHERE)) {
            String page = "/entry?iri=" + EntryLinks.encoded(original.value());
            visit.page().navigate(elsewhere.url(page).toString());
            visit.keep("write-entry-en-1280");
            visit.page().locator(".deeds a").first().click();
            visit.keep("write-adopt-en-1280");
            act(visit.page(), "publish");
            assertThat(visit.page().locator("#f-evidence-problem"))
                    .containsText("The evidence of the scaling is missing.");
            visit.page().locator("#f-evidence").fill("https://example.org/decision");
            act(visit.page(), "publish");
            assertThat(visit.page().locator(".entry-main")).containsText("Skilte der følger vejen");
        }
        demo.awaitEqual();

        for (TestNode node : List.of(demo.copenhagen(), demo.coordinator())) {
            try (Visit visit =
                    chromium.wide(
                            "en", node.url("/entry?iri=" + EntryLinks.encoded(original.value())))) {
                assertThat(visit.page().locator(".echo")).hasText("Adopted in 1 other city");
            }
        }
        try (Visit visit = signedIn("en", EDITOR)) {
            assertThat(visit.page().locator(".news")).containsText("Stavanger has adopted it");
            visit.keep("write-desk-en-1280");
        }
    }

    @Test
    void countsWhoHasTheSameProblem() {
        EntryIri original = Entries.of(demo.copenhagen()).problem("Løse løbehjul i gaden");
        demo.awaitEqual();
        TestNode elsewhere = demo.coordinator();
        String path = "/entry?iri=" + EntryLinks.encoded(original.value());
        try (Visit visit =
                signIn(chromium.wide("da", elsewhere.url("/signin")), elsewhere, ELSEWHERE)) {
            visit.page().navigate(elsewhere.url(path).toString());
            visit.page().locator(".deeds a").first().click();
            act(visit.page(), "publish");
            visit.page().navigate(elsewhere.url(path).toString());

            assertThat(visit.page().locator(".echo")).hasText("1 anden by har det også");
            visit.page()
                    .navigate(elsewhere.url("/search?q=l%C3%B8behjul&city=copenhagen").toString());
            assertThat(visit.page().locator(".hit-foot").first())
                    .containsText("1 anden by har det også");
        }
    }

    @Test
    void withdrawsWithAReasonOnly() {
        EntryIri entry = Entries.of(demo.copenhagen()).problem("Tastet forkert");
        try (Visit visit = signedIn("da", PUBLISHER)) {
            open(visit, "/write/withdraw?iri=" + EntryLinks.encoded(entry.value()));
            visit.page().locator("main form button").click();
            assertThat(visit.page().locator("#problem")).containsText("Begrundelsen mangler");
            visit.keep("write-withdraw-da-1280");
            visit.page().locator("[name='reason.da']").fill("Posten var tastet forkert.");
            visit.page().locator("main form button").click();

            assertThat(visit.page().locator("blockquote")).hasText("Posten var tastet forkert.");
        }
    }

    @Test
    void refusesToWithdrawWhatHasChangedSince() {
        EntryIri entry = Entries.of(demo.copenhagen()).problem("Ændret imens");
        try (Visit visit = signedIn("en", PUBLISHER)) {
            open(visit, "/write/withdraw?iri=" + EntryLinks.encoded(entry.value()));
            Entries.of(demo.copenhagen()).retitle(entry, "Ændret imens, igen");
            visit.page().locator("[name='reason.en']").fill("It was wrong.");
            visit.page().locator("main form button").click();

            assertThat(visit.page().locator("#problem"))
                    .containsText("has been changed since you opened this page");
            assertThat(visit.page().locator("[name='reason.en']")).hasValue("It was wrong.");
        }
    }

    private static Visit withoutScript(String name) {
        return signIn(
                chromium.withoutScript("da", demo.copenhagen().url("/signin")),
                demo.copenhagen(),
                name);
    }

    @Test
    void worksWithoutScript() {
        try (Visit visit = withoutScript(PUBLISHER)) {
            visit.page().locator(".begin a").first().click();
            fill(visit.page(), "da", "Kameraer til parkering uden script");
            act(visit.page(), "look");
            assertThat(visit.page().locator(".near").first()).containsText("Afkræftet i København");
            visit.page().locator("#add").selectOption("en");
            act(visit.page(), "language");
            visit.page().locator("[name='title.en']").fill("Cameras without a script");
            act(visit.page(), "save");
            act(visit.page(), "publish");

            assertThat(visit.page().locator("h1")).containsText("uden script");
            assertThat(visit.page().locator(".other-titles"))
                    .containsText("Cameras without a script");
        }
    }

    @Test
    void isWrittenAndPublishedByKeyboardOnly() {
        try (Visit visit = signedIn("en", PUBLISHER)) {
            open(visit, "/write/new/problem");
            Page page = visit.page();
            tabTo(page, "f-title");
            page.keyboard().type("Written without a mouse");
            tabTo(page, "f-description");
            page.keyboard().type("A need.");
            tabTo(page, "f-theme-mobility");
            page.keyboard().press("Space");
            tabTo(page, "f-licence");
            page.keyboard().type("CC0");
            tabTo(page, "f-source");
            page.keyboard().type("https://example.org/plan");
            while (!"publish".equals(page.evaluate("() => document.activeElement.value"))) {
                page.keyboard().press("Tab");
            }
            page.keyboard().press("Enter");

            assertThat(page.locator("h1")).containsText("Written without a mouse");
        }
    }

    private static void tabTo(Page page, String id) {
        for (int step = 0; step < 80; step++) {
            if (id.equals(page.evaluate("() => document.activeElement.id"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not come to " + id);
    }
}
