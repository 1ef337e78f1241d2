package org.silofri.node.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Believes a certificate that is in its time and known to one of several. The JDK does not look at
 * the dates of a certificate that is pinned itself.
 */
final class CheckedTrust extends X509ExtendedTrustManager {

    /** One of the JDK's checks. */
    private interface Check {
        void by(X509ExtendedTrustManager trust) throws CertificateException;
    }

    private final Supplier<List<X509ExtendedTrustManager>> known;

    CheckedTrust(Supplier<List<X509ExtendedTrustManager>> known) {
        this.known = known;
    }

    private void check(X509Certificate[] chain, Check check) throws CertificateException {
        if (chain.length > 0) {
            chain[0].checkValidity();
        }
        @Nullable CertificateException first = null;
        for (X509ExtendedTrustManager trust : known.get()) {
            try {
                check.by(trust);
                return;
            } catch (CertificateException e) {
                first = first == null ? e : first;
            }
        }
        throw first == null ? new CertificateException("nobody is trusted") : first;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        check(chain, trust -> trust.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        check(chain, trust -> trust.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        check(chain, trust -> trust.checkServerTrusted(chain, type));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        check(chain, trust -> trust.checkClientTrusted(chain, type, engine));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        check(chain, trust -> trust.checkClientTrusted(chain, type, socket));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        check(chain, trust -> trust.checkClientTrusted(chain, type));
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return known.get().stream()
                .flatMap(trust -> Stream.of(trust.getAcceptedIssuers()))
                .toArray(X509Certificate[]::new);
    }
}
