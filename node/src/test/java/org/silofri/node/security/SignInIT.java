package org.silofri.node.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.node.Person;
import org.silofri.node.TestNetwork;
import org.silofri.node.TestNode;
import org.silofri.node.security.account.AccountResult;
import org.silofri.node.security.account.Accounts;
import org.silofri.node.security.account.NewAccount;

/** Sessions, cookies and passwords of a real node, as they go over the wire. */
class SignInIT {

    private static final String PLACE = "Location";

    @TempDir private static Path folder;
    private static TestNetwork network;
    private static TestNode node;

    @BeforeAll
    static void aNode() {
        network = TestNetwork.start(folder);
        node = network.coordinator();
        Person.account(node, "publisher", Set.of(new Grant(Role.PUBLISHER, node.city())));
        Person.account(node, "admin", Set.of(new Grant(Role.ADMIN, node.city())));
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    private static Accounts accounts() {
        return node.bean(Accounts.class);
    }

    private static Caller operator() {
        return Person.operator(node.city());
    }

    private static String account(String name, Role role) {
        Person.account(node, name, Set.of(new Grant(role, node.city())));
        return name;
    }

    @Test
    void aSessionsCookieIsForThisNodeAloneAndForNoScript() {
        try (Person person = Person.at(node)) {
            String cookie =
                    person
                            .signIn("publisher", Person.PASSWORD)
                            .headers()
                            .allValues("Set-Cookie")
                            .stream()
                            .filter(text -> text.contains("_s="))
                            .findFirst()
                            .orElseThrow();

            assertThat(cookie)
                    .startsWith("silofri_coordinator_s=")
                    .contains("Path=/", "HttpOnly", "SameSite=Lax")
                    .doesNotContain("Secure", "Max-Age", "Expires", "Domain");
        }
    }

    @Test
    void signingInNeedsTheFormOfThisNode() {
        try (Person person = Person.at(node)) {
            HttpResponse<String> answer =
                    person.postOnly(
                            "/signin",
                            Map.of("name", "publisher", "password", Person.PASSWORD),
                            "forged");

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue(PLACE)).contains("/signin");
            assertThat(person.get("/account").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void nothingOfASessionFromBeforeSigningInIsKept() {
        try (Person person = Person.at(node)) {
            person.signIn("publisher", Person.PASSWORD);
            String before = session(person);
            person.signIn("admin", Person.PASSWORD);
            String after = session(person);

            assertThat(after).isNotEqualTo(before);
            assertThat(withSession(before).statusCode()).isEqualTo(303);
            assertThat(withSession(after).statusCode()).isEqualTo(200);
        }
    }

    private static String session(Person person) {
        return person.jar().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().endsWith("_s"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<String> withSession(String id) {
        try (Person other = Person.at(node)) {
            return other.send(
                    HttpRequest.newBuilder(node.url("/account"))
                            .header("Accept", "text/html")
                            .header("Cookie", "silofri_coordinator_s=" + id));
        }
    }

    @Test
    void aPageThatNeedsAnAccountLeadsToSigningInAndBack() {
        try (Person person = Person.at(node)) {
            String way =
                    person.get("/account/tokens?x=1").headers().firstValue(PLACE).orElseThrow();
            assertThat(way).isEqualTo("/signin?from=%2Faccount%2Ftokens%3Fx%3D1");

            HttpResponse<String> answer =
                    person.post(
                            "/signin",
                            Map.of(
                                    "name", "PUBLISHER ",
                                    "password", Person.PASSWORD,
                                    "from", "/account/tokens?x=1"));

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue(PLACE)).contains("/account/tokens?x=1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example/",
                "/\\elsewhere.example/",
                "/%0d%0aX: y\r\nX: y",
                "javascript:alert(1)",
                "/signin?from=/signin"
            })
    void neverLeadsToAnotherSite(String from) {
        try (Person person = Person.at(node)) {
            HttpResponse<String> answer =
                    person.post(
                            "/signin",
                            Map.of("name", "publisher", "password", Person.PASSWORD, "from", from));

            assertThat(answer.headers().firstValue(PLACE)).contains("/");
        }
    }

    /** Whose session has ended while it wrote comes back to the form, where its draft is kept. */
    @Test
    void aFormThatComesTooLateLeadsBackToItsPage() {
        try (Person person = Person.at(node)) {
            HttpResponse<String> answer = person.send(form("/account/tokens", node.url("/x?y=1")));

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue(PLACE)).contains("/signin?from=%2Fx%3Fy%3D1");
        }
    }

    @Test
    void aFormOfAnotherSiteIsRefusedWithAPageThatHelps() {
        try (Person person = Person.with(node, Role.PUBLISHER)) {
            HttpResponse<String> answer =
                    person.send(form("/account/tokens", URI.create("https://elsewhere.example/x")));

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("Open the page again and repeat");
        }
    }

    private static HttpRequest.Builder form(String path, URI from) {
        return HttpRequest.newBuilder(node.url(path))
                .header("Accept", "text/html")
                .header("Referer", from.toString())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("label=x"));
    }

    @Test
    void programsAreToldAndNotLedToAForm() {
        try (Person person = Person.at(node)) {
            HttpResponse<String> answer =
                    person.send(
                            HttpRequest.newBuilder(node.url("/account"))
                                    .header("Accept", "application/json"));

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("/account/tokens");
            assertThat(person.get("/nowhere").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void whoLacksTheRoleIsToldWhoGivesIt() {
        try (Person person = Person.with(node, Role.READER)) {
            HttpResponse<String> answer = person.get("/admin/accounts");

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body())
                    .contains("Your role does not allow this", "ask an administrator of your city");
        }
    }

    /** The same words and about the same time, whoever is guessed. */
    @Test
    void aWrongNameIsNotToldFromAWrongPassword() {
        account("known", Role.READER);
        try (Person person = Person.at(node)) {
            HttpResponse<String> known = person.signIn("known", "not this one at all");
            HttpResponse<String> unknown = person.signIn("unknown", "not this one at all");

            assertThat(List.of(known.statusCode(), unknown.statusCode())).containsOnly(401);
            assertThat(problem(unknown)).isEqualTo(problem(known)).isNotEmpty();
        }
    }

    private static String problem(HttpResponse<String> answer) {
        String body = answer.body();
        int from = body.indexOf("id=\"problem\"");
        return body.substring(from, body.indexOf("</div>", from));
    }

    @Test
    void whoGuessesWaitsAlsoWithTheRightPassword() {
        account("guessed", Role.READER);
        try (Person person = Person.at(node)) {
            for (int i = 0; i < 5; i++) {
                assertThat(person.signIn("guessed", "guess number " + i).statusCode())
                        .isEqualTo(401);
            }
            HttpResponse<String> answer = person.signIn("guessed", Person.PASSWORD);

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0))
                    .isBetween(1L, 16L);
            assertThat(problem(answer)).contains("Too many attempts", "administrator");
            assertThat(accounts().reset(operator(), "guessed", "another long password"))
                    .isInstanceOf(AccountResult.Done.class);
            assertThat(person.signIn("guessed", "another long password").statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void aOneTimePasswordOpensOnlyTheChoiceOfAnother() {
        String oneTime = oneTime("newcomer");
        try (Person person = Person.at(node)) {
            person.signIn("newcomer", oneTime);

            HttpResponse<String> tokens = person.get("/account/tokens");
            assertThat(tokens.headers().firstValue(PLACE)).contains("/account/password");
            assertThat(change(person, oneTime, "too short").statusCode()).isEqualTo(422);
            assertThat(change(person, oneTime, "three owls on a roof").statusCode()).isEqualTo(303);
            assertThat(person.get("/account/tokens").statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> change(Person person, String present, String next) {
        return person.post(
                "/account/password", Map.of("present", present, "next", next, "again", next));
    }

    private static String oneTime(String name) {
        AccountResult added =
                accounts()
                        .add(
                                operator(),
                                new NewAccount(
                                        name,
                                        "",
                                        null,
                                        null,
                                        Set.of(new Grant(Role.PUBLISHER, node.city()))),
                                null);
        return added instanceof AccountResult.Done(var account, var oneTime)
                ? String.valueOf(oneTime)
                : "";
    }

    @Test
    void aNewPasswordEndsTheSessionsElsewhere() {
        account("twice", Role.PUBLISHER);
        try (Person here = Person.at(node);
                Person there = Person.at(node)) {
            here.signIn("twice", Person.PASSWORD);
            there.signIn("twice", Person.PASSWORD);

            change(here, Person.PASSWORD, "nine swans on the fjord");

            assertThat(here.get("/account").statusCode()).isEqualTo(200);
            assertThat(there.get("/account").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void whatIsTakenFromAnAccountIsGoneAtOnce() {
        account("leaver", Role.PUBLISHER);
        try (Person person = Person.at(node)) {
            person.signIn("leaver", Person.PASSWORD);
            String token = token(person);
            assertThat(write(token)).isEqualTo(415);

            accounts().grant(operator(), "leaver", Set.of(new Grant(Role.READER, node.city())));

            assertThat(write(token)).isEqualTo(401);
            assertThat(person.get("/account/tokens").body()).contains("no role that publishes");
            accounts().disable(operator(), "leaver");
            assertThat(person.get("/account").statusCode()).isEqualTo(303);
        }
    }

    private static String token(Person person) {
        person.post(
                "/account/tokens",
                Map.of("label", "a test", "grant", "PUBLISHER@coordinator", "days", "1"));
        String page = person.get("/account/tokens").body();
        int at = page.indexOf("sft_");
        return page.substring(at, page.indexOf('<', at));
    }

    private static int write(String token) {
        try (Person program = Person.at(node)) {
            return program.send(
                            HttpRequest.newBuilder(node.url("/api/entries"))
                                    .header("Authorization", "Bearer " + token)
                                    .POST(BodyPublishers.noBody()))
                    .statusCode();
        }
    }

    @Test
    void aTokenIsShownOnceAndDoesNoMoreThanItsOwner() {
        account("maker", Role.EDITOR);
        try (Person person = Person.at(node)) {
            person.signIn("maker", Person.PASSWORD);

            HttpResponse<String> refused =
                    person.post(
                            "/account/tokens",
                            Map.of("label", "more", "grant", "PUBLISHER@coordinator"));

            assertThat(refused.statusCode()).isEqualTo(422);
        }
        try (Person person = Person.with(node, Role.PUBLISHER)) {
            String token = token(person);
            assertThat(token).startsWith("sft_");
            assertThat(person.get("/account/tokens").body()).doesNotContain(token);
        }
    }

    @Test
    void theAuditTrailTellsWhoSignedInAndWhoFailedAndNotWhatWasTypedAsAName() {
        account("watched", Role.READER);
        try (Person person = Person.at(node)) {
            person.signIn("watched", "my-password-in-wrong-field");
            person.signIn("my-password-in-wrong-field", "watched");
            person.signIn("watched", Person.PASSWORD);
        }
        List<AuditEntry> lines =
                node.bean(Audit.class).newest(Set.of(node.city()), true, Long.MAX_VALUE, 3);

        assertThat(lines)
                .extracting(AuditEntry::what)
                .containsExactly(
                        AuditAction.SIGNED_IN,
                        AuditAction.SIGN_IN_FAILED,
                        AuditAction.SIGN_IN_FAILED);
        assertThat(lines).extracting(AuditEntry::subject).containsExactly("watched", "", "watched");
        assertThat(lines).extracting(AuditEntry::address).containsOnly("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({"/", "/signin", "/account", "/api/search?q=x"})
    void everyAnswerCarriesTheHeadersOfSafety(String path) {
        try (Person person = Person.with(node, Role.READER)) {
            var headers = person.get(path).headers();

            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).isPresent();
            assertThat(headers.firstValue("Permissions-Policy").orElse(""))
                    .contains("camera=()", "microphone=()");
            assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
            assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
        }
    }

    @Test
    void whoOnlyLooksCostsNoSession() {
        try (Person person = Person.at(node)) {
            List.of("/", "/signin", "/search?q=x", "/account").forEach(person::get);

            Optional<HttpCookie> session =
                    person.jar().getCookieStore().getCookies().stream()
                            .filter(cookie -> cookie.getName().endsWith("_s"))
                            .findFirst();
            assertThat(session).isEmpty();
        }
    }

    /** The proxy ends HTTPS and tells so; the node's own address begins with http. */
    @Test
    void overHttpsCookiesAreSecureAndTheBrowserIsToldToStay() {
        try (var proxied =
                        TestNetwork.start(
                                folder.resolve("proxied"),
                                Map.of("server.forward-headers-strategy", "native"));
                Person person = Person.at(proxied.coordinator())) {
            HttpResponse<String> form =
                    person.send(
                            HttpRequest.newBuilder(proxied.coordinator().url("/signin"))
                                    .header("Accept", "text/html")
                                    .header("X-Forwarded-Proto", "https"));

            assertThat(form.headers().firstValue("Strict-Transport-Security").orElse(""))
                    .startsWith("max-age=31536000");
            assertThat(form.headers().firstValue("Set-Cookie").orElse(""))
                    .startsWith("silofri_coordinator_f=")
                    .contains("Secure", "HttpOnly", "SameSite=Lax");
        }
    }

    @Test
    void aSessionEndsAfterItsLongestTime() {
        try (var brief =
                TestNetwork.start(
                        folder.resolve("short"),
                        Map.of("silofri.security.session-longest", Duration.ofMillis(1)))) {
            try (Person person = Person.with(brief.coordinator(), Role.READER)) {
                assertThat(person.get("/account").statusCode()).isEqualTo(303);
            }
        }
    }
}
