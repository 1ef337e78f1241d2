package org.silofri.node.follow.mail;

import com.github.f4b6a3.ulid.UlidCreator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Hands letters to the configured mail server, one at a time. Tells for certain whether a letter
 * may have been taken (ADR 0141).
 */
@Component
public class Postman {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Optional<JavaMailSenderImpl> server;
    private final MailSettings settings;
    private final InstantSource clock;

    Postman(ObjectProvider<JavaMailSenderImpl> server, MailSettings settings, InstantSource clock) {
        this.server = Optional.ofNullable(server.getIfAvailable());
        this.settings = settings;
        this.clock = clock;
    }

    /** Tells whether a mail server and the address to write from are configured. */
    public boolean works() {
        return server.isPresent() && settings.from() != null;
    }

    /**
     * Tries once to hand a letter over.
     *
     * @param beforeBody runs when the server has taken sender and mailbox, before anything of the
     *     letter leaves; when it throws, nothing leaves and the exception comes out
     * @throws IllegalStateException if no mail server is configured
     */
    public Handover hand(MailAddress to, Letter letter, Runnable beforeBody) {
        JavaMailSenderImpl sender =
                server.orElseThrow(() ->
                        new IllegalStateException(
                                "No mail server is configured; set spring.mail.host"));
        MailAddress from = new MailAddress(String.valueOf(settings.from()));
        var message =
                new SealedMessage(
                        sender.getSession(),
                        UlidCreator.getUlid().toLowerCase() + "@" + from.domain(),
                        beforeBody);
        try {
            write(message, from, to, letter);
            sender.send(message);
            return new Handover.Accepted();
        } catch (MailException | MessagingException e) {
            message.requireNoted();
            return SmtpAnswers.handover(e, message.whole());
        }
    }

    private void write(MimeMessage message, MailAddress from, MailAddress to, Letter letter)
            throws MessagingException {
        message.setFrom(from.internet());
        message.setRecipient(RecipientType.TO, to.internet());
        if (settings.replyTo() != null) {
            message.setReplyTo(
                    new jakarta.mail.Address[] {new MailAddress(settings.replyTo()).internet()});
        }
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setContentLanguage(new String[] {letter.language()});
        // a machine wrote it, and absence notes need not answer (RFC 3834)
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.unsubscribe() != null) {
            message.setHeader("List-Unsubscribe", "<" + letter.unsubscribe().toASCIIString() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.setContent(
                new MimeMultipart(
                        "alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
    }

    private static MimeBodyPart part(String content, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, UTF_8, kind);
        // lines of any length, and every letter, pass every server
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }
}
