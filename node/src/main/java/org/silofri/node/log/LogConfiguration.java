package org.silofri.node.log;

import java.time.Duration;
import org.silofri.catalogue.log.EventLog;
import org.silofri.node.identity.NodeIdentity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class LogConfiguration {

    private static final Duration FENCE_WAIT = Duration.ofSeconds(12);

    @Bean
    LogService logService(NodeIdentity identity, ApplicationEventPublisher listeners) {
        EventLog log = EventLog.open(identity.data().resolve("log.db"));
        return new LogService(identity, log, FENCE_WAIT, listeners);
    }
}
