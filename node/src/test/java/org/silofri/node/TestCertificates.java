package org.silofri.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.silofri.node.tls.Tls;
import org.silofri.node.tls.TlsSettings;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Authorities and certificates for tests, made by the JDK's keytool as PEM files. */
public final class TestCertificates {

    private static final String PASSWORD = "only-for-tests";

    private final Path folder;

    public TestCertificates(Path folder) {
        this.folder = folder;
    }

    /** Where a certificate and its key lie. */
    public record Pem(Path certificate, Path key) {}

    /** A new authority. */
    public Pem authority(String name) {
        keytool(name, name, "-ext", "bc:c", "-validity", "30");
        return export(name, name);
    }

    /**
     * A certificate that an authority signs.
     *
     * @param names for example {@code dns:localhost,ip:127.0.0.1}
     * @param start relative to now, for example {@code -10d}
     */
    public Pem signed(String authority, String name, String names, String start, int days) {
        keytool(
                authority,
                name,
                "-signer",
                authority,
                "-ext",
                "san=" + names,
                "-startdate",
                start,
                "-validity",
                String.valueOf(days));
        return export(authority, name);
    }

    /** One that is good for this machine now. */
    public Pem good(String authority, String name) {
        return signed(authority, name, "dns:localhost,ip:127.0.0.1", "-1d", 10);
    }

    /** A bundle as {@code spring.ssl.bundle.pem} makes it. */
    public static SslBundle bundle(Pem key, Pem trusted) {
        return SslBundle.of(
                new PemSslStoreBundle(
                        PemSslStoreDetails.forCertificate(key.certificate().toUri().toString())
                                .withPrivateKey(key.key().toUri().toString()),
                        trust(trusted)));
    }

    /** TLS with a key, and trust in one authority or certificate. */
    public static Tls tls(Pem key, Pem trusted) {
        return tls(bundle(key, trusted), false);
    }

    public static Tls tls(SslBundle bundle, boolean clientCertificates) {
        return Tls.of(
                new TlsSettings("test", clientCertificates),
                new DefaultSslBundleRegistry("test", bundle));
    }

    /** TLS without a key. */
    public static Tls trusting(Pem trusted) {
        return tls(SslBundle.of(new PemSslStoreBundle(null, trust(trusted))), false);
    }

    private static PemSslStoreDetails trust(Pem trusted) {
        return PemSslStoreDetails.forCertificate(trusted.certificate().toUri().toString());
    }

    private void keytool(String store, String alias, String... more) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-keystore",
                                file(store).toString(),
                                "-storepass",
                                PASSWORD,
                                "-alias",
                                alias,
                                "-dname",
                                "CN=" + alias));
        command.addAll(List.of(more));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Path file(String store) {
        return folder.resolve(store + ".p12");
    }

    private Pem export(String store, String alias) {
        Pem pem = new Pem(folder.resolve(alias + ".crt"), folder.resolve(alias + ".key"));
        try {
            KeyStore keys = KeyStore.getInstance(file(store).toFile(), PASSWORD.toCharArray());
            StringBuilder chain = new StringBuilder();
            for (Certificate certificate : keys.getCertificateChain(alias)) {
                chain.append(pem("CERTIFICATE", certificate.getEncoded()));
            }
            Key key = keys.getKey(alias, PASSWORD.toCharArray());
            Files.writeString(pem.certificate(), chain);
            Files.writeString(pem.key(), pem("PRIVATE KEY", key.getEncoded()));
            return pem;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pem(String what, byte[] der) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, text, what);
    }
}
