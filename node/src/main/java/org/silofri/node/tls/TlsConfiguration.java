package org.silofri.node.tls;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TlsSettings.class)
class TlsConfiguration {

    @Bean
    Tls tls(TlsSettings settings, SslBundles bundles) {
        return Tls.of(settings, bundles);
    }
}
