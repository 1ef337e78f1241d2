package org.silofri.node.follow.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server on a real socket that behaves as it is told; for faults that none has at will. */
public final class ScriptedSmtp implements AutoCloseable {

    /** How it behaves. */
    public enum Manner {
        ACCEPTS,
        /** 550 to the mailbox. */
        REFUSES_MAILBOX,
        /** 450 to the mailbox. */
        GREYLISTS,
        /** 554 to the letter. */
        REFUSES_LETTER,
        /** Each answer takes a while. */
        IS_SLOW,
        /** Never says hello. */
        IS_SILENT,
        /** Takes the whole letter and hangs up without an answer. */
        HANGS_UP_AFTER_LETTER,
        /** Hangs up when the letter is about to come. */
        HANGS_UP_BEFORE_LETTER,
        /** Offers STARTTLS, with a certificate that nobody signed. */
        OFFERS_TLS
    }

    private static final Duration SLOW = Duration.ofMillis(400);

    private final ServerSocket socket;
    private final List<String> letters = new CopyOnWriteArrayList<>();
    private final AtomicInteger visits = new AtomicInteger();
    private volatile Manner manner;
    private volatile Runnable atDot = () -> {};
    private volatile boolean encrypted;

    private ScriptedSmtp(ServerSocket socket, Manner manner) {
        this.socket = socket;
        this.manner = manner;
    }

    public static ScriptedSmtp start(Manner manner) {
        try {
            var server =
                    new ScriptedSmtp(
                            new ServerSocket(0, 20, InetAddress.getLoopbackAddress()), manner);
            Thread.ofVirtual().start(server::listen);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void behave(Manner now) {
        manner = now;
    }

    /** Runs when a whole letter has come, before it is answered. */
    public void atDot(Runnable action) {
        atDot = action;
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** What it was given whole, as it came. */
    public List<String> letters() {
        return List.copyOf(letters);
    }

    public int visits() {
        return visits.get();
    }

    /** Whether the last letter came over TLS. */
    public boolean encrypted() {
        return encrypted;
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                visits.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            if (manner == Manner.IS_SILENT) {
                client.getInputStream().read();
                return;
            }
            talk(client, true);
        } catch (IOException | GeneralSecurityException e) {
            // the client hung up
        }
    }

    private void talk(Socket client, boolean hello) throws IOException, GeneralSecurityException {
        var in =
                new BufferedReader(
                        new InputStreamReader(
                                client.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = client.getOutputStream();
        if (hello) {
            say(out, "220 scripted");
        }
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.split("[ :]", -1)[0].toUpperCase(java.util.Locale.ROOT);
            switch (command) {
                case "EHLO" ->
                        say(
                                out,
                                manner == Manner.OFFERS_TLS && !(client instanceof SSLSocket)
                                        ? "250-scripted\r\n250 STARTTLS"
                                        : "250 scripted");
                case "STARTTLS" -> {
                    say(out, "220 go ahead");
                    talk(tls(client), false);
                    return;
                }
                case "RCPT" -> say(out, recipient());
                case "DATA" -> {
                    if (manner == Manner.HANGS_UP_BEFORE_LETTER) {
                        return;
                    }
                    say(out, "354 go on");
                    letter(in);
                    encrypted = client instanceof SSLSocket;
                    atDot.run();
                    if (manner == Manner.HANGS_UP_AFTER_LETTER) {
                        return;
                    }
                    say(out, manner == Manner.REFUSES_LETTER ? "554 no spam" : "250 taken");
                }
                case "QUIT" -> {
                    say(out, "221 bye");
                    return;
                }
                default -> say(out, "250 ok");
            }
        }
    }

    private String recipient() {
        return switch (manner) {
            case REFUSES_MAILBOX -> "550 5.1.1 no such mailbox";
            case GREYLISTS -> "450 4.2.0 come back later";
            default -> "250 ok";
        };
    }

    private void letter(BufferedReader in) throws IOException {
        var text = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                letters.add(text.toString());
                return;
            }
            text.append(line).append('\n');
        }
    }

    private void say(OutputStream out, String answer) throws IOException {
        if (manner == Manner.IS_SLOW) {
            try {
                Thread.sleep(SLOW);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** With the key that GreenMail brings along for tests. */
    private static Socket tls(Socket plain) throws IOException, GeneralSecurityException {
        char[] password = "changeit".toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = ScriptedSmtp.class.getResourceAsStream("/greenmail.p12")) {
            keys.load(in, password);
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        var secured =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(
                                        plain, plain.getInetAddress().getHostAddress(), 0, true);
        secured.setUseClientMode(false);
        return secured;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
