package org.silofri.node.follow.mail;

import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailSendException;

/** Reads from what was thrown what became of a letter. */
final class SmtpAnswers {

    private static final int MOST_CAUSES = 20;
    private static final int MOST_CHARACTERS = 200;
    private static final int PERMANENT = 500;

    private SmtpAnswers() {}

    /**
     * @param whole whether all of the letter was sent
     */
    static Handover handover(Exception thrown, boolean whole) {
        List<Throwable> causes = causes(thrown);
        Optional<Integer> code = causes.stream().flatMap(cause -> code(cause).stream()).findFirst();
        String answer = answer(causes);
        if (code.isPresent()) {
            // a login or a sender that is refused is the operator's matter, not the mailbox's
            boolean sender = causes.stream().anyMatch(SMTPSenderFailedException.class::isInstance);
            return code.get() >= PERMANENT && !sender
                    ? new Handover.Refused(answer)
                    : new Handover.NotTaken(answer);
        }
        return whole ? new Handover.Uncertain(answer) : new Handover.NotTaken(answer);
    }

    /** The server's own word about a mailbox or a letter. */
    private static Optional<Integer> code(Throwable cause) {
        return switch (cause) {
            case SMTPAddressFailedException address -> Optional.of(address.getReturnCode());
            case SMTPSenderFailedException sender -> Optional.of(sender.getReturnCode());
            case SMTPSendFailedException send when send.getReturnCode() >= 400 ->
                    Optional.of(send.getReturnCode());
            default -> Optional.empty();
        };
    }

    /** All that is nested in it, the innermost last. */
    private static List<Throwable> causes(Exception thrown) {
        List<Throwable> causes = new ArrayList<>();
        Deque<Throwable> left = new ArrayDeque<>(List.of(thrown));
        while (!left.isEmpty() && causes.size() < MOST_CAUSES) {
            Throwable next = left.poll();
            if (causes.contains(next)) {
                continue;
            }
            causes.add(next);
            if (next.getCause() != null) {
                left.add(next.getCause());
            }
            if (next instanceof MessagingException mail && mail.getNextException() != null) {
                left.add(mail.getNextException());
            }
            if (next instanceof MailSendException send) {
                left.addAll(List.of(send.getMessageExceptions()));
            }
        }
        return causes;
    }

    private static String answer(List<Throwable> causes) {
        Throwable telling =
                causes.stream()
                        .filter(cause -> code(cause).isPresent())
                        .findFirst()
                        .orElse(causes.getLast());
        String text = String.valueOf(telling.getMessage()).replaceAll("\\p{C}|\\s", " ").strip();
        return text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
    }
}
