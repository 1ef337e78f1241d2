package org.silofri.node.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.silofri.node.identity.NotStartable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/**
 * TLS for the node's own connections (ADR 0130): versions 1.2 and 1.3, from one of Spring's SSL
 * bundles. A bundle that is reloaded counts for every handshake after that. Thread-safe.
 */
public final class Tls {

    /** The versions that are spoken. */
    public static final List<String> VERSIONS = List.of("TLSv1.3", "TLSv1.2");

    private static final Logger LOG = LoggerFactory.getLogger(Tls.class);
    private static final X509ExtendedTrustManager JVM = jvmTrust();

    /** What a bundle holds now: no keys, no trust where it has no such store. */
    private record Material(
            List<KeyManager> keys,
            @Nullable X509ExtendedTrustManager trust,
            List<X509Certificate> shown,
            @Nullable SSLContext serving) {}

    private final boolean clientCertificates;
    private volatile Material now;
    private final SSLContext web;

    private Tls(boolean clientCertificates, Material material) {
        this.clientCertificates = clientCertificates;
        this.now = material;
        this.web = context(List.of(), new CheckedTrust(this::webTrust));
    }

    /** Without a bundle: the JVM's trust and no key. */
    public static Tls none() {
        return new Tls(false, new Material(List.of(), null, List.of(), null));
    }

    /**
     * Reads the bundle that the settings name.
     *
     * @throws NotStartable if there is no such bundle, or it cannot be read
     */
    public static Tls of(TlsSettings settings, SslBundles bundles) {
        String name = settings.bundle();
        if (name == null) {
            return none();
        }
        Tls tls = new Tls(settings.clientCertificates(), first(name, bundles));
        bundles.addBundleUpdateHandler(name, changed -> tls.reload(name, changed));
        return tls;
    }

    private static Material first(String name, SslBundles bundles) {
        try {
            return material(bundles.getBundle(name));
        } catch (NoSuchSslBundleException e) {
            throw new NotStartable(
                    "silofri.tls.bundle names \"%s\", and there is no such bundle".formatted(name),
                    "define spring.ssl.bundle.pem.%s, see docs/security.md".formatted(name),
                    e);
        } catch (RuntimeException e) { // Spring's, of many kinds: no file, no PEM, no such key
            throw new NotStartable(
                    "The SSL bundle \"%s\" cannot be read: %s".formatted(name, reasons(e)),
                    "mend the files that spring.ssl.bundle names, see docs/security.md",
                    e);
        }
    }

    private void reload(String name, SslBundle changed) {
        try {
            now = material(changed);
            LOG.atInfo().addKeyValue("bundle", name).log("certificates reloaded");
        } catch (RuntimeException e) { // as above; the old ones go on
            LOG.atError()
                    .addKeyValue("bundle", name)
                    .addKeyValue("cause", reasons(e))
                    .log("changed certificates cannot be read, the old ones stay in use");
        }
    }

    private static String reasons(Throwable e) {
        List<String> reasons = new ArrayList<>();
        for (Throwable next = e; next != null; next = next.getCause()) {
            if (next.getMessage() != null && !reasons.contains(next.getMessage())) {
                reasons.add(next.getMessage());
            }
        }
        return String.join(": ", reasons);
    }

    private static Material material(SslBundle bundle) {
        @Nullable KeyStore keys = bundle.getStores().getKeyStore();
        @Nullable KeyStore trusted = bundle.getStores().getTrustStore();
        List<KeyManager> own =
                keys == null ? List.of() : List.of(bundle.getManagers().getKeyManagers());
        @Nullable X509ExtendedTrustManager trust =
                trusted == null ? null : extended(bundle.getManagers().getTrustManagers());
        @Nullable SSLContext serving =
                own.isEmpty() ? null : context(own, new CheckedTrust(() -> either(trust)));
        return new Material(own, trust, shownBy(bundle), serving);
    }

    private static List<X509ExtendedTrustManager> either(@Nullable X509ExtendedTrustManager own) {
        return List.of(own == null ? JVM : own);
    }

    private List<X509ExtendedTrustManager> webTrust() {
        @Nullable X509ExtendedTrustManager own = now.trust();
        return own == null ? List.of(JVM) : List.of(own, JVM);
    }

    /** Whether there is a key to serve with. */
    public boolean hasKey() {
        return now.serving() != null;
    }

    /** Whether a client must show a certificate. */
    public boolean clientCertificates() {
        return clientCertificates;
    }

    /**
     * For a server's next handshake; the same until the bundle changes.
     *
     * @throws IllegalStateException without a key
     */
    public SSLContext serving() {
        @Nullable SSLContext serving = now.serving();
        if (serving == null) {
            throw new IllegalStateException("there is no key to serve with");
        }
        return serving;
    }

    /**
     * For one connection to the hub: it remembers no session, so that each handshake looks at the
     * certificate again.
     */
    public SSLContext dialling() {
        Material material = now;
        return context(material.keys(), new CheckedTrust(() -> either(material.trust())));
    }

    /** For HTTP to peers: their certificates are known to the bundle or to the JVM. */
    public SSLContext web() {
        return web;
    }

    /** Until when the certificate that this node shows is good; empty without one. */
    public Optional<Instant> expires() {
        return now.shown().stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Comparator.naturalOrder());
    }

    /** For a client that knows its server by these certificates and by no name or authority. */
    public static SSLContext pinned(Set<Certificate> certificates) {
        return context(List.of(), new PinnedTrust(certificates));
    }

    /** The certificates, without those of their authorities, that a server with it shows. */
    public static List<X509Certificate> shownBy(SslBundle bundle) {
        @Nullable KeyStore keys = bundle.getStores().getKeyStore();
        return keys == null ? List.of() : shown(keys);
    }

    private static SSLContext context(List<KeyManager> keys, X509ExtendedTrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.toArray(KeyManager[]::new), new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no TLS", e);
        }
    }

    private static List<X509Certificate> shown(KeyStore keys) {
        try {
            List<X509Certificate> all = new ArrayList<>();
            for (String alias : Collections.list(keys.aliases())) {
                if (keys.isKeyEntry(alias)
                        && keys.getCertificate(alias) instanceof X509Certificate leaf) {
                    all.add(leaf);
                }
            }
            return all;
        } catch (KeyStoreException e) {
            throw new IllegalStateException("the key store cannot be read", e);
        }
    }

    private static X509ExtendedTrustManager jvmTrust() {
        try {
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return extended(factory.getTrustManagers());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no trust store", e);
        }
    }

    private static X509ExtendedTrustManager extended(TrustManager[] managers) {
        return Stream.of(managers)
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this JVM trusts nobody"));
    }
}
