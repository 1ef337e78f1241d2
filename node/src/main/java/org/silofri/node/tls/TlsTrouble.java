package org.silofri.node.tls;

import java.io.EOFException;
import java.net.SocketException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;

/** Why a handshake failed, in words that help the operator of the side that dials. */
public final class TlsTrouble {

    private TlsTrouble() {}

    /**
     * The reason and the remedy.
     *
     * @param other who was dialled, for example {@code the hub hub.example:5671}
     * @param host its name as this node was told
     */
    public static String words(String other, String host, Throwable failure) {
        if (has(failure, CertificateExpiredException.class::isInstance)) {
            return "The certificate of %s has expired (%s); its operator must replace it"
                    .formatted(other, text(failure, CertificateExpiredException.class));
        }
        if (has(failure, CertificateNotYetValidException.class::isInstance)) {
            return "The certificate of %s is not valid yet (%s); compare the clocks of both sides"
                    .formatted(other, text(failure, CertificateNotYetValidException.class));
        }
        if (has(failure, TlsTrouble::otherName)) {
            return ("The certificate of %s is not made for \"%s\"; its operator must get one with"
                            + " this name, or network.json must name the host as the certificate"
                            + " does")
                    .formatted(other, host);
        }
        if (has(failure, TlsTrouble::unknown)) {
            return ("The certificate of %s comes from nobody that this node trusts; put its"
                            + " authority's certificate, or the certificate itself, into the trust"
                            + " store of the bundle that silofri.tls.bundle names")
                    .formatted(other);
        }
        return unspecific(other, failure);
    }

    private static String unspecific(String other, Throwable failure) {
        if (has(failure, e -> said(e, "bad_certificate", "certificate_required"))) {
            return ("The way to %s needs a certificate of this node too; put one that its operator"
                            + " has given into the key store of the bundle that silofri.tls.bundle"
                            + " names")
                    .formatted(other);
        }
        if (has(failure, e -> broken(e) || said(e, "unrecognized", "not an ssl"))) {
            return ("There is no TLS at %s; write amqp instead of amqps if the way is protected"
                            + " otherwise, or ask its operator to set silofri.tls.bundle")
                    .formatted(other);
        }
        return "The TLS handshake with %s fails: %s; compare the settings of both sides"
                .formatted(other, failure.getMessage());
    }

    private static boolean broken(Throwable e) {
        return e instanceof EOFException || e instanceof SocketException;
    }

    private static boolean otherName(Throwable e) {
        return e instanceof CertificateException
                && said(e, "subject alternative", "no name matching");
    }

    private static boolean unknown(Throwable e) {
        return e instanceof CertPathBuilderException
                || e instanceof CertPathValidatorException
                || (e instanceof SSLException && said(e, "trustanchors"))
                || (e instanceof CertificateException && said(e, "nobody is trusted"));
    }

    private static boolean said(Throwable e, String... words) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (message.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(Throwable failure, Predicate<Throwable> property) {
        return find(failure, property).isPresent();
    }

    private static String text(Throwable failure, Class<? extends Throwable> type) {
        return find(failure, type::isInstance).map(Throwable::getMessage).orElse("no date is told");
    }

    private static Optional<Throwable> find(Throwable failure, Predicate<Throwable> property) {
        for (Throwable next = failure; next != null; next = next.getCause()) {
            if (property.test(next)) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }
}
