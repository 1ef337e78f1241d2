package org.silofri.node.cli.operator;

import jakarta.annotation.PreDestroy;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.silofri.node.identity.NodeSettings;
import org.silofri.node.security.OperatorToken;
import org.silofri.node.tls.Tls;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes {@code run.json} once the node answers and when its certificate changes, and takes it away
 * when it stops.
 */
@Component
class RunFileKeeper {

    private final NodeSettings settings;
    private final OperatorToken token;
    private final ServletWebServerApplicationContext server;
    private final boolean https;
    private final Optional<String> bundle;
    private final SslBundles bundles;

    RunFileKeeper(
            NodeSettings settings,
            OperatorToken token,
            ServletWebServerApplicationContext server,
            ServerProperties properties,
            SslBundles bundles) {
        this.settings = settings;
        this.token = token;
        this.server = server;
        this.bundles = bundles;
        Optional<Ssl> ssl =
                Optional.ofNullable(properties.getSsl()).filter(found -> found.isEnabled());
        this.https = ssl.isPresent();
        this.bundle = ssl.map(Ssl::getBundle);
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        write(bundle.map(bundles::getBundle).map(RunFileKeeper::shown).orElseGet(List::of));
        bundle.ifPresent(
                name -> bundles.addBundleUpdateHandler(name, changed -> write(shown(changed))));
    }

    private void write(List<String> certificates) {
        int port = Objects.requireNonNull(server.getWebServer()).getPort();
        String url = (https ? "https" : "http") + "://localhost:" + port;
        new RunFile(ProcessHandle.current().pid(), url, certificates, token.text())
                .write(settings.data());
    }

    private static List<String> shown(SslBundle bundle) {
        List<String> texts = new ArrayList<>();
        for (X509Certificate certificate : Tls.shownBy(bundle)) {
            try {
                texts.add(Base64.getEncoder().encodeToString(certificate.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("a served certificate has no encoding", e);
            }
        }
        return texts;
    }

    @PreDestroy
    void stopped() {
        RunFile.delete(settings.data());
    }
}
