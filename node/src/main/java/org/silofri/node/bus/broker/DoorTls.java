package org.silofri.node.bus.broker;

import io.netty.channel.Channel;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.silofri.node.tls.Tls;

/**
 * TLS at the hub's socket, before anything is read (ADR 0130). The arithmetic of handshakes has
 * threads of its own, so that those who are served do not wait for it.
 */
final class DoorTls implements AutoCloseable {

    private static final int THREADS = 2;
    private static final Pattern ALERT =
            Pattern.compile("fatal alert: ([a-z_]{1,40})", Pattern.CASE_INSENSITIVE);

    private final Tls tls;
    private final Duration handshake;
    private final ExecutorService arithmetic =
            Executors.newFixedThreadPool(THREADS, new DefaultThreadFactory("bus-handshake", true));

    DoorTls(Tls tls, Duration handshake) {
        this.tls = tls;
        this.handshake = handshake;
    }

    /** For one connection, with the certificate of now. */
    SslHandler handler(Channel channel) {
        JdkSslContext context =
                new JdkSslContext(
                        tls.serving(),
                        false,
                        null,
                        IdentityCipherSuiteFilter.INSTANCE,
                        ApplicationProtocolConfig.DISABLED,
                        tls.clientCertificates() ? ClientAuth.REQUIRE : ClientAuth.NONE,
                        Tls.VERSIONS.toArray(String[]::new),
                        false);
        SslHandler handler = context.newHandler(channel.alloc(), arithmetic);
        handler.setHandshakeTimeoutMillis(handshake.toMillis());
        return handler;
    }

    /** What somebody wished whose handshake failed; one of few texts, as strangers choose it. */
    static String wish(Throwable failure) {
        if (failure instanceof ClosedChannelException) {
            return "leave during the TLS handshake";
        }
        for (@Nullable Throwable next = failure; next != null; next = next.getCause()) {
            Matcher alert = ALERT.matcher(String.valueOf(next.getMessage()));
            if (alert.find()) {
                return "end the TLS handshake with " + alert.group(1).toLowerCase(Locale.ROOT);
            }
        }
        return "connect, and the TLS handshake failed";
    }

    @Override
    public void close() {
        arithmetic.shutdownNow();
    }
}
