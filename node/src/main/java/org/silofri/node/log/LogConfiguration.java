package org.silofri.node.log;

import org.silofri.node.identity.NodeIdentity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class LogConfiguration {

    @Bean
    LogService logService(NodeIdentity identity, ApplicationEventPublisher listeners) {
        return LogService.open(identity, listeners);
    }
}
