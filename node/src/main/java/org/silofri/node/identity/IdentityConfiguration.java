package org.silofri.node.identity;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NodeSettings.class)
class IdentityConfiguration {

    @Bean
    NodeIdentity nodeIdentity(NodeSettings settings) {
        return NodeIdentity.load(settings);
    }
}
