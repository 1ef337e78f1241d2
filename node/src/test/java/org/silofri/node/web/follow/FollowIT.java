package org.silofri.node.web.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.node.FollowedEntries;
import org.silofri.node.Person;
import org.silofri.node.TestNetwork;
import org.silofri.node.TestNode;
import org.silofri.node.security.Grant;
import org.silofri.node.security.Role;
import org.silofri.node.security.account.Accounts;
import org.silofri.node.security.account.NewAccount;
import org.silofri.node.web.Chromium;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A reader of one city follows what another city publishes, in a browser and in the mailbox. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FollowIT {

    private static final String READER = "reader@copenhagen.example";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir private static Path folder;
    private static GreenMail mail;
    private static TestNetwork network;
    private static TestNode copenhagen;
    private static TestNode stavanger;
    private static Chromium chromium;

    @BeforeAll
    static void twoCitiesAndAMailServer() {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        network = TestNetwork.start(folder);
        copenhagen =
                network.join("copenhagen")
                        .set("spring.mail.host", "127.0.0.1")
                        .set("spring.mail.port", mail.getSmtp().getPort())
                        .set("silofri.mail.from", "silofri@copenhagen.example")
                        .set("silofri.mail.look-every", "1s")
                        .start();
        stavanger = network.join("stavanger").start();
        copenhagen
                .bean(Accounts.class)
                .add(
                        Person.operator(copenhagen.city()),
                        new NewAccount(
                                "reader",
                                "Klimasekretariatet",
                                READER,
                                "da",
                                Set.of(new Grant(Role.READER, copenhagen.city()))),
                        Person.PASSWORD);
        publish("waste-circular").problem("Matavfall i posen");
        awaitAtReader("Matavfall");
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        network.close();
        mail.stop();
    }

    private static FollowedEntries publish(String theme) {
        return new FollowedEntries(stavanger, stavanger.city(), theme);
    }

    private static void awaitAtReader(String word) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(
                                        copenhagen
                                                .projections()
                                                .index()
                                                .search(
                                                        org.silofri.catalogue.search.SearchRequest
                                                                .of(word, "nb"))
                                                .total())
                                .isPositive());
        copenhagen.projections().awaitVisible(PATIENCE);
    }

    private static Chromium.Visit signedIn(int width, String language, String path) {
        Chromium.Visit visit = chromium.visit(width, language, copenhagen.url("/signin"));
        visit.page().locator("input[name=name]").fill("reader");
        visit.page().locator("input[name=password]").fill(Person.PASSWORD);
        visit.page().locator("main form button[type=submit]").click();
        visit.page().waitForURL(Pattern.compile(".*/account.*|.*/$"));
        visit.page()
                .navigate(
                        copenhagen.url(path)
                                + (path.contains("?") ? "&" : "?")
                                + "lang="
                                + language);
        return visit;
    }

    private static void isAccessible(Chromium.Visit visit) {
        assertThat(new AxeBuilder(visit.page()).analyze().getViolations()).isEmpty();
        assertThat(visit.overflow()).as("wider than the window").isZero();
    }

    @Test
    @Order(1)
    void whoHasNotSignedInIsLedToIt() {
        try (var visit = chromium.wide("da", copenhagen.url("/search?theme=waste-circular"))) {
            String way = visit.page().locator(".follow a").getAttribute("href");

            assertThat(way).isEqualTo("/signin?from=%2Fsearch%3Ftheme%3Dwaste-circular");
            isAccessible(visit);
        }
    }

    @Test
    @Order(2)
    void aThemeIsFollowedListedAndLeft() {
        try (var visit = signedIn(1280, "da", "/search?theme=waste-circular")) {
            Page page = visit.page();
            assertThat(visit.text(".follow button")).isEqualTo("Følg temaet");
            page.locator(".follow button").click();

            assertThat(visit.text(".follow-on")).isEqualTo("Du følger dette");
            isAccessible(visit);
            visit.keep("search-followed-da-1280");
            page.locator(".follow-mine").click();
            assertThat(page.locator(".follow-list li").count()).isOne();
            assertThat(visit.text(".follow-list .kind")).isEqualTo("Tema");
            page.locator(".follow-list button").click();
            assertThat(page.locator(".follow-list").count()).isZero();
            assertThat(visit.text(".help strong")).isEqualTo("Du følger ikke noget endnu.");
            visit.keep("follows-none-da-1280");
        }
    }

    @Test
    @Order(3)
    void whatAnotherCityPublishesComesByMailWithTheWayThere() throws Exception {
        try (var visit = signedIn(1280, "da", "/search?theme=waste-circular")) {
            visit.page().locator(".follow button").click();
            visit.page().navigate(copenhagen.url("/account/follows").toString());
            visit.page().locator("input[value=daily]").check();
            visit.page().locator(".follow-often + button").click();
            assertThat(visit.text(".side-card .follow-said")).isEqualTo("Gemt.");
        }
        EntryIri problem = publish("waste-circular").problem("Pant på kaffekopper");
        EntryIri pilot = publish("waste-circular").pilot("Kopper som lånes", problem, "completed");
        EntryIri refuted = publish("waste-circular").refuted("Koppene kommer ikke tilbake", pilot);
        awaitAtReader("Koppene");
        try (var visit = signedIn(1280, "da", "/account/follows")) {
            assertThat(visit.page().locator(".lines > li").count()).isEqualTo(3);
            visit.keep("follows-da-1280");
        }

        copenhagen
                .bean(JdbcClient.class)
                .sql("UPDATE mailing SET settled = settled - 200000")
                .update();

        assertThat(mail.waitForIncomingEmail(PATIENCE.toMillis(), 1)).isTrue();
        MimeMessage letter = mail.getReceivedMessages()[0];
        assertThat(letter.getAllRecipients()[0]).hasToString(READER);
        assertThat(letter.getSubject())
                .isEqualTo("3 nyheder i det, du følger: Koppene kommer ikke tilbake");
        String html = ((MimeMultipart) letter.getContent()).getBodyPart(1).getContent().toString();
        try (var visit = chromium.visit(1280, "da", copenhagen.url("/"))) {
            // as a mail program shows it, without the rules of the node's own pages
            visit.page().navigate("about:blank");
            visit.page().setContent(html);
            visit.keep("letter-da-1280");
            assertThat(new AxeBuilder(visit.page()).analyze().getViolations()).isEmpty();
            for (EntryIri entry : Set.of(problem, pilot, refuted)) {
                String link =
                        visit.page().locator("a[href*='" + entry.key() + "']").getAttribute("href");
                assertThat(link).startsWith(copenhagen.url() + "/entry?iri=");
            }
            visit.page().locator("a[href*='" + refuted.key() + "']").click();
            assertThat(visit.text("h1")).contains("Koppene kommer ikke tilbake");
        }
    }

    @Test
    @Order(4)
    void theLinkInTheLetterEndsItWithAButton() throws Exception {
        MimeMessage letter = mail.getReceivedMessages()[0];
        URI link = URI.create(letter.getHeader("List-Unsubscribe")[0].replaceAll("[<>]", ""));
        try (var visit = chromium.visit(360, "en", link)) {
            isAccessible(visit);
            visit.keep("unsubscribe-en-360");
            visit.page().locator("main form button").click();

            assertThat(visit.text("h1")).isEqualTo("You get no more e-mails");
            isAccessible(visit);
        }
        try (var visit = signedIn(1280, "da", "/account/follows")) {
            assertThat(visit.page().locator("input[value=off]").isChecked()).isTrue();
        }
    }

    @Test
    @Order(5)
    void aMailboxThatRefusesIsShown() {
        copenhagen
                .bean(JdbcClient.class)
                .sql(
                        "UPDATE mailing SET trouble = 'REFUSED', attempts = 3, answer = ?,"
                                + " trouble_at = settled")
                .param("550 5.1.1 no such mailbox")
                .update();
        try (var visit = signedIn(1280, "en", "/account/follows")) {
            assertThat(visit.text(".follow-trouble"))
                    .contains("refused your address", "550 5.1.1", "Nothing is sent any more");
            isAccessible(visit);
            visit.keep("follows-refused-en-1280");
            visit.page().navigate(copenhagen.url("/account?lang=en").toString());
            assertThat(visit.text(".follow-trouble")).contains("refuses your e-mail address");
            visit.page().navigate(copenhagen.url("/account/follows").toString());
            visit.page().locator(".follow-trouble button").click();
            assertThat(visit.page().locator(".follow-trouble").count()).isZero();
        }
    }

    @ParameterizedTest
    @Order(6)
    @CsvSource({"da, 360", "en, 1280", "en, 360"})
    void thePageIsAccessible(String language, int width) {
        publish("mobility").problem("Sykkel på fortau");
        awaitAtReader("fortau");
        try (var visit = signedIn(width, language, "/search?q=sykkel")) {
            if (visit.page().locator(".follow-on").count() == 0) {
                visit.page().locator(".follow button").click();
            }
            visit.page().navigate(copenhagen.url("/search?city=stavanger").toString());
            if (visit.page().locator(".follow-on").count() == 0) {
                visit.page().locator(".follow button").click();
            }
            visit.page().navigate(copenhagen.url("/search?q=sykkel").toString());
            visit.page().locator(".hit-title a").first().click();
            if (visit.page().locator(".follow-on").count() == 0) {
                visit.page().locator(".follow button").click();
            }
            visit.keep("entry-followed-" + language + "-" + width);
            isAccessible(visit);
            visit.page().navigate(copenhagen.url("/account/follows").toString());
            // one more for each entry that an earlier turn published and followed
            assertThat(visit.page().locator(".follow-list li").count()).isGreaterThanOrEqualTo(4);
            visit.keep("follows-" + language + "-" + width);
            isAccessible(visit);
            assertThat(visit.hosts()).containsExactly(copenhagen.url().getHost());
        }
    }
}
