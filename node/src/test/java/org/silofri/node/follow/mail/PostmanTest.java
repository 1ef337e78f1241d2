package org.silofri.node.follow.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.node.follow.mail.ScriptedSmtp.Manner;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Letters over real sockets, to servers that take them and to servers that do not. */
class PostmanTest {

    private static final MailAddress READER = new MailAddress("climate@city.example");
    private static final Instant NOW = Instant.parse("2026-11-25T07:00:00Z");
    private static final MailSettings SETTINGS =
            new MailSettings(
                    "silofri@city.example",
                    "ask@city.example",
                    LocalTime.of(7, 0),
                    DayOfWeek.MONDAY,
                    null,
                    5,
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(1),
                    new MailSettings.Reminders(Map.of(), Duration.ofDays(180)));

    private static Postman postman(int port, Map<String, String> properties) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        Properties all = sender.getJavaMailProperties();
        all.put("mail.smtp.connectiontimeout", "2000");
        all.put("mail.smtp.timeout", "2000");
        all.put("mail.smtp.writetimeout", "2000");
        all.putAll(properties);
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("sender", sender);
        return new Postman(beans.getBeanProvider(JavaMailSenderImpl.class), SETTINGS, () -> NOW);
    }

    private static void nothing() {
        // nobody takes note
    }

    private static Postman postman(int port) {
        return postman(port, Map.of());
    }

    private static Letter letter(String subject) {
        return new Letter(
                "da",
                subject,
                "Ændret: Østerbro – cykler på fortovet\n.\nslut\n",
                "<p lang=\"da\">Ændret: Østerbro</p>",
                URI.create("http://localhost:8081/unsubscribe?t=a.b"));
    }

    @Test
    void bringsALetterInBothFormsWithTheWayToEndIt() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            Handover handover =
                    postman(server.getSmtp().getPort())
                            .hand(READER, letter("2 nyheder: Østerbro"), PostmanTest::nothing);

            assertThat(handover).isEqualTo(new Handover.Accepted());
            assertThat(server.getReceivedMessages()).hasSize(1);
            MimeMessage got = server.getReceivedMessages()[0];
            assertThat(got.getSubject()).isEqualTo("2 nyheder: Østerbro");
            assertThat(got.getFrom()[0]).hasToString("silofri@city.example");
            assertThat(got.getReplyTo()[0]).hasToString("ask@city.example");
            assertThat(got.getAllRecipients()).hasSize(1);
            assertThat(got.getSentDate().toInstant()).isEqualTo(NOW);
            assertThat(got.getHeader("List-Unsubscribe"))
                    .containsExactly("<http://localhost:8081/unsubscribe?t=a.b>");
            assertThat(got.getHeader("List-Unsubscribe-Post"))
                    .containsExactly("List-Unsubscribe=One-Click");
            assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(got.getHeader("Content-Language")).containsExactly("da");
            assertThat(got.getMessageID()).matches("<[0-9a-z]{26}@city\\.example>");
            MimeMultipart parts = (MimeMultipart) got.getContent();
            assertThat(parts.getContentType()).startsWith("multipart/alternative");
            assertThat(parts.getBodyPart(0).getContent().toString().replace("\r", ""))
                    .isEqualTo("Ændret: Østerbro – cykler på fortovet\n.\nslut\n");
            assertThat(parts.getBodyPart(1).getContent())
                    .isEqualTo("<p lang=\"da\">Ændret: Østerbro</p>");
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "News\r\nBcc: everybody@elsewhere.example",
                "News\nX-Evil: 1\n\nbody",
                "News\u2028Bcc: everybody@elsewhere.example",
                "News\u0000\u0007"
            })
    void noSubjectCanWriteAHeader(String subject) {
        try (ScriptedSmtp server = ScriptedSmtp.start(Manner.ACCEPTS)) {
            postman(server.port()).hand(READER, letter(subject), PostmanTest::nothing);

            List<String> headers = headers(server.letters().getFirst());
            assertThat(headers)
                    .noneMatch(line -> line.startsWith("Bcc") || line.startsWith("X-Evil"));
            assertThat(headers.stream().filter(line -> line.startsWith("Subject:"))).hasSize(1);
        }
    }

    private static List<String> headers(String letter) {
        return letter.split("\n\n", 2)[0].lines().toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.example\r\nBcc: c@d.example",
                "a@b.example, c@d.example",
                "A <a@b.example>",
                "\"a b\"@c.example",
                "a@b.example\n",
                "a(comment)@b.example",
                "group:a@b.example;",
                "a@-b.example",
                "a@b_c.example",
                "@b.example",
                ""
            })
    void onlyOnePlainMailboxIsAnAddress(String text) {
        assertThat(MailAddress.of(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSES_MAILBOX, Refused, 550",
        "REFUSES_LETTER, Refused, 554",
        "GREYLISTS, NotTaken, 450",
        "HANGS_UP_BEFORE_LETTER, NotTaken, ''",
        "HANGS_UP_AFTER_LETTER, Uncertain, ''",
        "IS_SILENT, NotTaken, ''",
        "IS_SLOW, Accepted, ''"
    })
    void tellsWhatBecameOfALetter(Manner manner, String outcome, String said) {
        try (ScriptedSmtp server = ScriptedSmtp.start(manner)) {
            Handover handover =
                    postman(server.port()).hand(READER, letter("News"), PostmanTest::nothing);

            assertThat(handover.getClass().getSimpleName()).isEqualTo(outcome);
            assertThat(handover.toString()).contains(said).doesNotContain("\n");
        }
    }

    @Test
    void aServerThatIsDownTakesNothing() {
        int free;
        try (ScriptedSmtp server = ScriptedSmtp.start(Manner.ACCEPTS)) {
            free = server.port();
        }
        var begun = new AtomicInteger();

        Handover handover = postman(free).hand(READER, letter("News"), begun::incrementAndGet);

        assertThat(handover).isInstanceOf(Handover.NotTaken.class);
        assertThat(begun).hasValue(0);
    }

    @Test
    void nothingLeavesWhenItCannotBeNotedBefore() {
        try (ScriptedSmtp server = ScriptedSmtp.start(Manner.ACCEPTS)) {
            assertThatThrownBy(() ->
                            postman(server.port())
                                    .hand(
                                            READER,
                                            letter("News"),
                                            () -> {
                                                throw new IllegalStateException("disk is full");
                                            }))
                    .hasMessage("disk is full");

            assertThat(server.letters()).isEmpty();
        }
    }

    @Test
    void encryptsWhenTheServerOffersIt() {
        try (ScriptedSmtp server = ScriptedSmtp.start(Manner.OFFERS_TLS)) {
            Handover handover =
                    postman(
                                    server.port(),
                                    Map.of(
                                            "mail.smtp.starttls.enable", "true",
                                            "mail.smtp.starttls.required", "true",
                                            "mail.smtp.ssl.trust", "127.0.0.1",
                                            "mail.smtp.ssl.checkserveridentity", "false"))
                            .hand(READER, letter("News"), PostmanTest::nothing);

            assertThat(handover).isEqualTo(new Handover.Accepted());
            assertThat(server.encrypted()).isTrue();
        }
    }

    @Test
    void sendsNothingInTheClearWhereEncryptionIsDemanded() {
        try (ScriptedSmtp server = ScriptedSmtp.start(Manner.ACCEPTS)) {
            Handover handover =
                    postman(
                                    server.port(),
                                    Map.of(
                                            "mail.smtp.starttls.enable", "true",
                                            "mail.smtp.starttls.required", "true"))
                            .hand(READER, letter("News"), PostmanTest::nothing);

            assertThat(handover).isInstanceOf(Handover.NotTaken.class);
            assertThat(server.letters()).isEmpty();
        }
    }

    @Test
    void believesNoCertificateThatNobodySigned() {
        try (ScriptedSmtp server = ScriptedSmtp.start(Manner.OFFERS_TLS)) {
            Handover handover =
                    postman(
                                    server.port(),
                                    Map.of(
                                            "mail.smtp.starttls.enable", "true",
                                            "mail.smtp.starttls.required", "true"))
                            .hand(READER, letter("News"), PostmanTest::nothing);

            assertThat(handover).isInstanceOf(Handover.NotTaken.class);
            assertThat(server.letters()).isEmpty();
        }
    }
}
