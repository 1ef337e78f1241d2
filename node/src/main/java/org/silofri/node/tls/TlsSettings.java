package org.silofri.node.tls;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * With what this node speaks to the others of its network.
 *
 * @param bundle name of a bundle under {@code spring.ssl.bundle}. Its trust store (else the JVM's)
 *     decides which hub is believed, and beside the JVM's which peer's web server; its key store is
 *     what the hub shows to cities, and what a city shows to a hub that asks for a certificate
 * @param clientCertificates at the hub: whether a city must show a certificate that the bundle's
 *     trust store knows, beside its login; default no
 */
@ConfigurationProperties("silofri.tls")
public record TlsSettings(
        @Nullable String bundle, @DefaultValue("false") boolean clientCertificates) {}
