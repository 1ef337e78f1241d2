package org.silofri.node.follow.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.node.FollowedEntries;
import org.silofri.node.Person;
import org.silofri.node.TestNetwork;
import org.silofri.node.TestNode;
import org.silofri.node.follow.FollowKind;
import org.silofri.node.follow.FollowTarget;
import org.silofri.node.follow.Follows;
import org.silofri.node.follow.mail.ScriptedSmtp;
import org.silofri.node.follow.mail.ScriptedSmtp.Manner;
import org.silofri.node.follow.stale.StaleEntries;
import org.silofri.node.security.Grant;
import org.silofri.node.security.Role;
import org.silofri.node.security.account.AccountResult;
import org.silofri.node.security.account.Accounts;
import org.silofri.node.security.account.NewAccount;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Digests and reminders of a real node, to a mail server on a real socket. */
class DigestIT {

    private static final CityId STAVANGER = new CityId("stavanger");
    private static final AtomicInteger NAMES = new AtomicInteger();

    @TempDir private static Path folder;
    private static TestNetwork network;
    private static TestNode node;
    private static ScriptedSmtp server;
    private static HttpClient http;

    /** The mailbox of the reader at hand; every test has its own. */
    private String reader = "";

    @BeforeAll
    static void aNode() {
        server = ScriptedSmtp.start(Manner.ACCEPTS);
        http = HttpClient.newHttpClient();
        network =
                TestNetwork.start(
                        folder,
                        Map.of(
                                "spring.mail.host", "127.0.0.1",
                                "spring.mail.port", server.port(),
                                "silofri.mail.from", "silofri@nordic.example",
                                // rounds are run by the tests
                                "silofri.mail.look-every", "1h",
                                "silofri.mail.reminders.mailboxes.stavanger",
                                        "klima@stavanger.example",
                                "silofri.mail.reminders.after", "1s"));
        node = network.coordinator();
        network.host(node, STAVANGER.value());
    }

    @AfterAll
    static void stop() {
        network.close();
        server.close();
        http.close();
    }

    @BeforeEach
    void aReader() {
        reader = account("da", Role.READER, node.city());
    }

    @AfterEach
    void quiet() {
        server.behave(Manner.ACCEPTS);
        server.atDot(() -> {});
        database().sql("DELETE FROM follow").update();
        database().sql("DELETE FROM mailing").update();
    }

    private static String account(String language, Role role, CityId city) {
        String name = "reader" + NAMES.incrementAndGet();
        AccountResult made =
                node.bean(Accounts.class)
                        .add(
                                Person.operator(node.city()),
                                new NewAccount(
                                        name,
                                        "",
                                        name + "@city.example",
                                        language,
                                        Set.of(new Grant(role, city))),
                                Person.PASSWORD);
        return ((AccountResult.Done) made).account().id();
    }

    private static JdbcClient database() {
        return node.bean(JdbcClient.class);
    }

    private void follow(FollowKind kind, String subject) {
        node.bean(Digests.class).follow(reader, new FollowTarget(kind, subject));
    }

    private static FollowedEntries entries(String theme) {
        return new FollowedEntries(node, STAVANGER, theme);
    }

    /** A week passes, and everybody's turn comes; what the server then got of this round. */
    private static List<MimeMessage> aWeekLater() {
        int before = server.letters().size();
        database()
                .sql(
                        "UPDATE mailing SET settled = settled - 700000, retry = NULL"
                                + " WHERE purpose = 'DIGEST'")
                .update();
        node.bean(MailRound.class).run();
        return server.letters().stream().skip(before).map(DigestIT::parsed).toList();
    }

    private static MimeMessage parsed(String letter) {
        try {
            return new MimeMessage(
                    jakarta.mail.Session.getInstance(new Properties()),
                    new ByteArrayInputStream(letter.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String part(MimeMessage letter, int number) {
        try {
            return ((MimeMultipart) letter.getContent())
                    .getBodyPart(number)
                    .getContent()
                    .toString()
                    .replace("\r", "");
        } catch (java.io.IOException | jakarta.mail.MessagingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Mailing mailing() {
        return node.bean(Mailings.class).find(Mailing.Purpose.DIGEST, reader).orElseThrow();
    }

    @Test
    void tellsWhatHappenedInAThemeInTheWordsOfItsReader() throws Exception {
        var waste = entries("waste-circular");
        EntryIri old = waste.problem("Sto der før");
        follow(FollowKind.THEME, "waste-circular");
        EntryIri problem = waste.problem("Matavfall i posen");
        EntryIri pilot = waste.pilot("Pose uten plast", problem, "running");
        EntryIri refuted = waste.refuted("Posen sprekker", pilot);
        EntryIri scaled = waste.scaled("Bøtter i hele byen", pilot);
        waste.change(old, "Sto der før, og er endret");
        entries("health").problem("Et annet tema");

        var letters = aWeekLater();

        assertThat(letters).hasSize(1);
        MimeMessage letter = letters.getFirst();
        assertThat(letter.getSubject()).isEqualTo("5 nyheder i det, du følger: Posen sprekker");
        assertThat(letter.getContentLanguage()).containsExactly("da");
        String text = part(letter, 0);
        assertThat(text.lines().filter(line -> line.startsWith("* ")))
                .containsExactly(
                        "* Posen sprekker",
                        "* Bøtter i hele byen",
                        "* Pose uten plast",
                        "* Matavfall i posen",
                        "* Sto der før, og er endret");
        assertThat(text)
                .contains("Afkræftet\n---------\n\n* Posen sprekker\n  Resultat · Stavanger")
                .contains("Skaleret\n--------\n\n* Bøtter")
                .contains("Nyt\n---\n\n* Pose uten plast")
                .contains("Ændret\n------\n\n* Sto der før")
                .doesNotContain("Et annet tema");
        for (EntryIri entry : Set.of(problem, pilot, refuted, scaled, old)) {
            assertThat(text).contains(page(entry));
            assertThat(part(letter, 1)).contains("href=\"" + page(entry) + "\"");
        }
        assertThat(part(letter, 1))
                .contains("lang=\"nb\"")
                .doesNotContain("<img", "<script", "src=", "url(", "@import");
    }

    /** Where an entry of the hosted city is read on this node. */
    private static String page(EntryIri entry) {
        return entry.value().replace("/id/", "/doc/");
    }

    @Test
    void tellsNothingTwiceAndNothingWhenNothingHappened() {
        follow(FollowKind.CITY, STAVANGER.value());
        entries("waste-circular").problem("Bare én gang");

        assertThat(aWeekLater()).hasSize(1);
        assertThat(aWeekLater()).isEmpty();
        assertThat(aWeekLater()).isEmpty();
    }

    @Test
    void tellsOfAProblemWhatIsSaidAboutItAndAboutItsPilots() {
        EntryIri problem = entries("waste-circular").problem("Et problem som noen følger");
        EntryIri pilot = entries("waste-circular").pilot("Prøve", problem, "running");
        follow(FollowKind.ENTRY, problem.value());
        entries("waste-circular").refuted("Prøven viste at det ikke virker", pilot);
        entries("waste-circular").problem("Et problem som ingen følger");

        var letters = aWeekLater();

        assertThat(letters).hasSize(1);
        assertThat(part(letters.getFirst(), 0))
                .contains("Prøven viste at det ikke virker")
                .doesNotContain("Et problem som ingen følger");
    }

    @Test
    void tellsWhatASearchFinds() {
        follow(FollowKind.SEARCH, "q=snøskuffe&kind=problem");
        entries("health").problem("Snøskuffe til hjemmetjenesten");
        EntryIri problem = entries("health").problem("Noe helt annet");
        entries("health").pilot("Snøskuffe på prøve", problem, "running");

        var letters = aWeekLater();

        assertThat(letters).hasSize(1);
        assertThat(part(letters.getFirst(), 0))
                .contains("Snøskuffe til hjemmetjenesten")
                .doesNotContain("Snøskuffe på prøve");
    }

    @Test
    void tellsOfACityWhatItTookBackWithoutItsWords() {
        EntryIri entry = entries("waste-circular").problem("Hemmelig nå");
        follow(FollowKind.CITY, STAVANGER.value());
        entries("waste-circular").withdraw(entry);

        var letters = aWeekLater();

        assertThat(letters).hasSize(1);
        assertThat(part(letters.getFirst(), 0))
                .contains("Trukket tilbage\n", page(entry))
                .doesNotContain("Hemmelig nå");
    }

    @Test
    void tellsAnEditorWhatOthersSayOfTheOwnCitysEntries() {
        EntryIri own =
                new FollowedEntries(node, node.city(), "waste-circular")
                        .problem("Vort eget problem");
        reader = account("en", Role.EDITOR, node.city());
        node.bean(Digests.class).choose(reader, Rhythm.DAILY);
        entries("health").pilot("Also tried here", own, "running");

        var letters = aWeekLater();

        assertThat(letters).hasSize(1);
        assertThat(part(letters.getFirst(), 0))
                .contains("About your own entries", "* Also tried here");
    }

    @Test
    void isToldOnDiskBeforeTheServerAnswers() {
        follow(FollowKind.THEME, "waste-circular");
        entries("waste-circular").problem("Noden dør nå");
        long before = mailing().told();
        var atDot = new java.util.concurrent.atomic.AtomicLong();
        server.atDot(() -> atDot.set(mailing().told()));

        assertThat(aWeekLater()).hasSize(1);
        assertThat(atDot.get()).isGreaterThan(before);
    }

    @Test
    void isNotSentAgainWhenTheServerTookItAndSaidNothing() {
        follow(FollowKind.THEME, "waste-circular");
        entries("waste-circular").problem("Kanskje kommet frem");
        server.behave(Manner.HANGS_UP_AFTER_LETTER);

        assertThat(aWeekLater()).hasSize(1);
        assertThat(mailing().trouble()).isEqualTo(Trouble.UNCERTAIN);
        server.behave(Manner.ACCEPTS);
        assertThat(aWeekLater()).isEmpty();
        assertThat(mailing().trouble()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"GREYLISTS, UNREACHED", "REFUSES_MAILBOX, REFUSED", "IS_SILENT, UNREACHED"})
    void isSentLaterWhenTheServerDidNotTakeIt(Manner manner, Trouble trouble) {
        follow(FollowKind.THEME, "waste-circular");
        entries("waste-circular").problem("Kommer senere");
        server.behave(manner);

        assertThat(aWeekLater()).isEmpty();
        assertThat(mailing().trouble()).isEqualTo(trouble);
        server.behave(Manner.ACCEPTS);
        var letters = aWeekLater();
        assertThat(letters).hasSize(1);
        assertThat(part(letters.getFirst(), 0)).contains("Kommer senere");
        assertThat(mailing().trouble()).isNull();
    }

    @Test
    void oneVisitIsEnoughToFindTheServerUnreachable() {
        for (int i = 0; i < 5; i++) {
            reader = account("da", Role.READER, node.city());
            follow(FollowKind.THEME, "waste-circular");
        }
        entries("waste-circular").problem("Til mange");
        server.behave(Manner.HANGS_UP_BEFORE_LETTER);
        int visits = server.visits();

        assertThat(aWeekLater()).isEmpty();
        assertThat(server.visits() - visits).isOne();
    }

    @Test
    void whoIsDisabledOrHasNoAddressIsNotWrittenTo() {
        follow(FollowKind.THEME, "waste-circular");
        database().sql("UPDATE account SET email = NULL WHERE id = ?").param(reader).update();
        reader = account("da", Role.READER, node.city());
        follow(FollowKind.THEME, "waste-circular");
        database().sql("UPDATE account SET disabled = 1 WHERE id = ?").param(reader).update();
        entries("waste-circular").problem("Til ingen");

        assertThat(aWeekLater()).isEmpty();
    }

    @Test
    void isEndedByOneClickWithoutSigningIn() throws Exception {
        follow(FollowKind.THEME, "waste-circular");
        entries("waste-circular").problem("Siste brev");
        MimeMessage letter = aWeekLater().getFirst();
        assertThat(letter.getHeader("List-Unsubscribe-Post"))
                .containsExactly("List-Unsubscribe=One-Click");
        String link = letter.getHeader("List-Unsubscribe")[0].replaceAll("[<>]", "");

        assertThat(get(link)).as("looking ends nothing").isEqualTo(200);
        assertThat(mailing().rhythm()).isEqualTo(Rhythm.WEEKLY);
        assertThat(post(link, "List-Unsubscribe=One-Click")).isEqualTo(200);

        assertThat(mailing().rhythm()).isEqualTo(Rhythm.OFF);
        entries("waste-circular").problem("Ikke i noe brev");
        assertThat(aWeekLater()).isEmpty();
        assertThat(node.bean(Follows.class).of(reader)).as("what is followed stays").hasSize(1);
    }

    @Test
    void aForgedLinkEndsNothing() throws Exception {
        follow(FollowKind.THEME, "waste-circular");
        entries("waste-circular").problem("Et brev til");
        String link =
                aWeekLater().getFirst().getHeader("List-Unsubscribe")[0].replaceAll("[<>]", "");
        String victim = account("da", Role.READER, node.city());
        node.bean(Digests.class).choose(victim, Rhythm.DAILY);

        assertThat(post(link.replace(reader, victim), "List-Unsubscribe=One-Click")).isEqualTo(404);
        assertThat(post(link.substring(0, link.length() - 1), "")).isEqualTo(404);
        assertThat(post(node.url("/unsubscribe").toString(), "")).isEqualTo(404);
        assertThat(node.bean(Digests.class).standing(victim).rhythm()).isEqualTo(Rhythm.DAILY);
        assertThat(mailing().rhythm()).isEqualTo(Rhythm.WEEKLY);
    }

    @Test
    void remindsACitysMailboxOnceAMonthInItsLanguage() throws Exception {
        EntryIri problem = entries("waste-circular").problem("Et problem");
        entries("waste-circular").pilot("Står stille", problem, "running");
        entries("waste-circular").pilot("Er ferdig", problem, "completed");
        node.bean(MailRound.class).run();
        await().untilAsserted(() ->
                assertThat(
                                node.bean(StaleEntries.class)
                                        .of(STAVANGER, Instant.now().minusSeconds(1)))
                        .anyMatch(entry -> entry.title().containsValue("Står stille")));
        assertThat(aWeekLater()).as("the month is not over").isEmpty();
        database().sql("UPDATE mailing SET settled = settled - 3000000").update();

        var letters = aWeekLater();

        assertThat(letters).hasSize(1);
        MimeMessage letter = letters.getFirst();
        assertThat(letter.getAllRecipients()[0]).hasToString("klima@stavanger.example");
        assertThat(letter.getSubject()).contains("Stavanger", "ikke oppdatert på lenge");
        assertThat(part(letter, 0))
                .contains("* Står stille")
                .doesNotContain("Er ferdig", "unsubscribe");
        assertThat(letter.getHeader("List-Unsubscribe")).isNull();
        node.bean(MailRound.class).run();
        assertThat(aWeekLater()).isEmpty();
    }

    private static int get(String link) throws Exception {
        return status(HttpRequest.newBuilder(URI.create(link)), null);
    }

    private static int post(String link, String body) throws Exception {
        return status(HttpRequest.newBuilder(URI.create(link)), body);
    }

    private static int status(HttpRequest.Builder request, @Nullable String body) throws Exception {
        request.header("Accept", "*/*");
        if (body != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body));
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
    }
}
