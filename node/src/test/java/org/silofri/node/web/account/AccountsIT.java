package org.silofri.node.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.silofri.node.Person;
import org.silofri.node.TestNetwork;
import org.silofri.node.TestNode;
import org.silofri.node.security.Grant;
import org.silofri.node.security.Role;
import org.silofri.node.web.Chromium;
import org.silofri.node.web.Chromium.Visit;

/** Signing in and managing accounts, in a real browser on two real nodes. */
class AccountsIT {

    @TempDir private static Path folder;
    private static TestNetwork network;
    private static TestNode copenhagen;
    private static Chromium chromium;

    @BeforeAll
    static void twoNodesAndABrowser() {
        network = TestNetwork.start(folder, Map.of("silofri.demo", "true"), "copenhagen");
        copenhagen = network.node("copenhagen");
        for (TestNode node : network.nodes()) {
            for (Role role : Set.of(Role.READER, Role.EDITOR, Role.PUBLISHER, Role.ADMIN)) {
                Person.account(
                        node,
                        role.name().toLowerCase(Locale.ROOT),
                        Set.of(new Grant(role, node.city())));
            }
        }
        Person.account(
                copenhagen,
                "climate-unit",
                Set.of(
                        new Grant(Role.EDITOR, copenhagen.city()),
                        new Grant(Role.ADMIN, copenhagen.city())));
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        network.close();
    }

    private static Visit visit(int width, String language, TestNode node, String path) {
        return chromium.visit(width, language, node.url(path));
    }

    private static void signIn(Page page, TestNode node, String name, String password) {
        page.navigate(node.url("/signin").toString());
        send(page, name, password);
    }

    private static void send(Page page, String name, String password) {
        page.locator("#name").fill(name);
        page.locator("#password").fill(password);
        page.locator("main form button").click();
    }

    private static Visit signedIn(int width, String language, String name) {
        Visit visit = visit(width, language, copenhagen, "/signin");
        send(visit.page(), name, Person.PASSWORD);
        return visit;
    }

    static Stream<Arguments> pages() {
        return Stream.of(
                        "/account",
                        "/account/password",
                        "/account/tokens",
                        "/admin/accounts",
                        "/admin/accounts/climate-unit",
                        "/admin/audit")
                .flatMap(path ->
                        Stream.of(Arguments.of(path, "da", 360), Arguments.of(path, "en", 1280)));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("pages")
    void isAccessible(String path, String language, int width) {
        try (Visit visit = signedIn(width, language, "climate-unit")) {
            visit.page().navigate(copenhagen.url(path).toString());
            look(visit, path.substring(1).replace('/', '-'), language, width);
        }
    }

    @ParameterizedTest
    @CsvSource({"da, 360", "en, 1280"})
    void theSignInPageIsAccessibleAlsoWhenItRefuses(String language, int width) {
        try (Visit visit = visit(width, language, copenhagen, "/signin?from=/account/tokens")) {
            look(visit, "signin", language, width);
            send(visit.page(), "somebody-" + language + width, "not the password");
            look(visit, "signin-wrong", language, width);
        }
    }

    private static void look(Visit visit, String name, String language, int width) {
        visit.keep(name + "-" + language + "-" + width);
        Page page = visit.page();
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        assertThat(visit.overflow()).as("wider than the window").isZero();
        assertThat(visit.hosts()).containsExactly("localhost");
        int other = width == 360 ? 1280 : 360;
        page.setViewportSize(other, 900);
        visit.keep(name + "-" + language + "-" + other);
        assertThat(visit.overflow()).as("wider than the other window").isZero();
        page.setViewportSize(width, 900);
    }

    @Test
    void leadsBackToThePageThatOneCameFrom() {
        try (Visit visit = visit(1280, "en", copenhagen, "/search?q=ice")) {
            visit.page().locator(".signin a").click();
            send(visit.page(), "reader", Person.PASSWORD);

            assertThat(visit.page().url()).isEqualTo(copenhagen.url("/search?q=ice").toString());
            assertThat(visit.text(".own-name")).isEqualTo("reader");
        }
    }

    @Test
    void tellsWhatHelpsWhenThePasswordIsWrong() {
        try (Visit visit = visit(1280, "da", copenhagen, "/signin")) {
            send(visit.page(), "reader", "not the password");

            assertThat(visit.text("#problem"))
                    .contains("er forkert", "administrator i din by", "ny adgangskode");
            assertThat(visit.page().locator("#name").inputValue()).isEqualTo("reader");
            assertThat(visit.page().locator("#password").inputValue()).isEmpty();
        }
    }

    @Test
    void tellsWhoGuessesToWait() {
        try (Visit visit = visit(1280, "en", copenhagen, "/signin")) {
            for (int i = 0; i < 6; i++) {
                send(visit.page(), "guessed", "guess number " + i);
            }
            visit.keep("signin-wait-en-1280");

            assertThat(visit.text("#problem"))
                    .matches("Too many attempts\\. Wait 1[0-6] seconds.*administrator.*");
        }
    }

    @ParameterizedTest
    @CsvSource({"reader, false", "editor, false", "publisher, false", "admin, true"})
    void offersEachRoleWhatItCanDo(String name, boolean administers) {
        try (Visit visit = signedIn(1280, "en", name)) {
            visit.page().locator(".own summary").click();

            Locator links = visit.page().locator(".own-menu a");
            assertThat(links.allTextContents().contains("Accounts")).isEqualTo(administers);
            assertThat(links.allTextContents()).contains("My account", "API tokens");
        }
    }

    @Test
    void isSignedInOnTwoNodesOfOneHostAtOnce() {
        try (Visit visit = visit(1280, "en", copenhagen, "/")) {
            Page page = visit.page();
            TestNode coordinator = network.coordinator();
            signIn(page, copenhagen, "publisher", Person.PASSWORD);
            signIn(page, coordinator, "admin", Person.PASSWORD);

            page.navigate(copenhagen.url("/account").toString());
            assertThat(visit.text(".own-name")).isEqualTo("publisher");
            page.navigate(coordinator.url("/account").toString());
            assertThat(visit.text(".own-name")).isEqualTo("admin");

            page.locator(".own summary").click();
            page.locator(".own-menu button").click();
            assertThat(page.locator(".signin").count()).isOne();
            page.navigate(copenhagen.url("/account").toString());
            assertThat(visit.text(".own-name")).isEqualTo("publisher");
        }
    }

    @Test
    void readsPagesInTheLanguageOfTheAccount() {
        Person.account(copenhagen, "danish", Set.of(new Grant(Role.READER, copenhagen.city())));
        try (Visit visit = signedIn(1280, "en", "danish")) {
            visit.page().navigate(copenhagen.url("/account").toString());
            visit.page().locator("#language").selectOption("da");
            visit.page().locator(".account-form button").click();
            assertThat(visit.text("h1")).isEqualTo("Min konto");
        }
        try (Visit visit = signedIn(1280, "en", "danish")) {
            assertThat(visit.page().locator("html").getAttribute("lang")).isEqualTo("da");
        }
    }

    @Test
    void worksWithoutScriptsFromTheFirstPasswordToTheLast() {
        try (Visit admin = chromium.withoutScript("en", copenhagen.url("/signin"));
                Visit newcomer = chromium.withoutScript("en", copenhagen.url("/signin"))) {
            send(admin.page(), "admin", Person.PASSWORD);
            String oneTime = added(admin, "mobility-desk");
            send(newcomer.page(), "mobility-desk", oneTime);
            newcomer.page().navigate(copenhagen.url("/account").toString());
            assertThat(newcomer.text(".lead")).contains("Choose a password of your own");
            newcomer.keep("account-password-must-en-1280");
            choose(newcomer.page(), oneTime, "two herons in the reeds");

            assertThat(newcomer.text(".ds-alert")).contains("Your password is changed");
            newcomer.page().locator(".own summary").click();
            newcomer.page().locator(".own-menu button").click();
            assertThat(newcomer.page().locator(".signin").count()).isOne();
        }
    }

    private static String added(Visit admin, String name) {
        Page page = admin.page();
        page.navigate(copenhagen.url("/admin/accounts").toString());
        page.locator("#name").fill(name);
        page.locator("#display").fill("Mobility desk");
        page.locator("input[value='EDITOR@copenhagen']").check();
        page.locator("main form button").last().click();
        admin.keep("admin-account-added-en-1280");
        String oneTime = admin.text(".secret");
        page.reload();
        assertThat(page.locator(".secret").count()).as("shown once").isZero();
        return oneTime;
    }

    private static void choose(Page page, String present, String next) {
        page.locator("#present").fill(present);
        page.locator("#next").fill(next);
        page.locator("#again").fill(next);
        page.locator("main form button").click();
    }

    @Test
    void makesAndRevokesATokenByKeyboardAlone() {
        try (Visit visit = signedIn(1280, "en", "publisher")) {
            Page page = visit.page();
            page.navigate(copenhagen.url("/account/tokens").toString());
            page.locator("#label").focus();
            page.keyboard().type("nightly import");
            page.keyboard().press("Enter");
            page.locator(".secret").waitFor();
            visit.keep("account-tokens-made-en-1280");

            assertThat(visit.text(".secret")).startsWith("sft_");
            page.locator("td form button").focus();
            page.keyboard().press("Enter");
            page.locator(".ds-alert[data-color=success]").waitFor();
            assertThat(visit.text(".ds-alert")).isEqualTo("The token is revoked.");
            assertThat(page.locator("tbody tr td").nth(2).textContent()).isEqualTo("Revoked");
        }
    }

    @Test
    void opensTheOwnMenuByKeyboardWithAVisibleFocus() {
        try (Visit visit = signedIn(1280, "en", "admin")) {
            Page page = visit.page();
            page.locator(".own summary").focus();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");

            assertThat(page.locator(":focus").textContent()).isEqualTo("My account");
            visit.keep("own-menu-en-1280");
            page.keyboard().press("Enter");
            assertThat(visit.text("h1")).isEqualTo("My account");
        }
    }

    @Test
    void whoLacksTheRoleReadsWhatToDo() {
        try (Visit visit = signedIn(360, "en", "reader")) {
            visit.page().navigate(copenhagen.url("/admin/accounts").toString());
            visit.keep("denied-en-360");

            assertThat(visit.text("h1")).isEqualTo("Your role does not allow this");
            assertThat(new AxeBuilder(visit.page()).analyze().getViolations()).isEmpty();
        }
    }
}
