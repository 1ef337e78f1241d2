package org.silofri.node.follow.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A message that tells how far it has been sent. For one thread and one try. */
final class SealedMessage extends MimeMessage {

    private final String id;
    private final Runnable beforeBody;
    private boolean begun;
    private boolean whole;
    private @Nullable RuntimeException unnoted;

    /**
     * @param id of the message, without brackets
     * @param beforeBody runs once before the first byte leaves; when it fails, none does
     */
    SealedMessage(Session session, String id, Runnable beforeBody) {
        super(session);
        this.id = id;
        this.beforeBody = beforeBody;
    }

    /** Whether all of it was sent; before that no server can take it (RFC 5321, 4.1.1.4). */
    boolean whole() {
        return whole;
    }

    /** Throws what kept the letter from being noted; closing the connection may have hidden it. */
    void requireNoted() {
        RuntimeException failure = unnoted;
        if (failure != null) {
            throw failure;
        }
    }

    private void note() {
        try {
            beforeBody.run();
        } catch (RuntimeException e) {
            unnoted = e;
            throw e;
        }
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        // the library's own would tell the name of this machine
        setHeader("Message-ID", "<" + id + ">");
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        if (!begun) {
            begun = true;
            note();
        }
        super.writeTo(out, ignored);
        whole = true;
    }
}
