package org.silofri.node.replication.repair;

import java.time.InstantSource;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.log.LogService;
import org.silofri.node.membership.Members;
import org.silofri.node.replication.ReplicationService;
import org.silofri.node.replication.StatementExchange;
import org.silofri.node.tls.Tls;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReplicationSettings.class)
class RepairConfiguration {

    @Bean
    RepairService repairService(
            NodeIdentity identity,
            LogService logs,
            Members members,
            ReplicationService replication,
            StatementExchange statements,
            ReplicationSettings settings,
            Tls tls) {
        InstantSource clock = InstantSource.system();
        return new RepairService(
                identity,
                logs,
                members,
                replication,
                statements,
                settings,
                new PeerClient(settings, tls.web()),
                clock);
    }

    @Bean
    HealthIndicator repairHealthIndicator(RepairService repair, ReplicationService replication) {
        return new RepairHealthIndicator(repair::state, replication::waiting);
    }
}
