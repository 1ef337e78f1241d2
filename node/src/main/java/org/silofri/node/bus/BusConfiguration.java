package org.silofri.node.bus;

import java.time.InstantSource;
import org.silofri.node.bus.broker.BusSettings;
import org.silofri.node.bus.delivery.BusInlet;
import org.silofri.node.bus.delivery.BusStatements;
import org.silofri.node.bus.delivery.BusStore;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.log.LogService;
import org.silofri.node.membership.Members;
import org.silofri.node.replication.ReplicationService;
import org.silofri.node.replication.StatementExchange;
import org.silofri.node.tls.Tls;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BusSettings.class)
class BusConfiguration {

    @Bean
    Bus bus(
            NodeIdentity identity,
            LogService logs,
            Members members,
            ReplicationService replication,
            StatementExchange exchange,
            BusSettings settings,
            Tls tls) {
        InstantSource clock = InstantSource.system();
        BusStatements statements = new BusStatements(identity, exchange);
        return new Bus(
                identity,
                members,
                new BusStore(identity, logs.log()),
                new BusInlet(identity, logs.log(), replication, statements),
                statements,
                settings,
                tls,
                clock);
    }

    @Bean
    BusHealthIndicator busHealthIndicator(Bus bus) {
        return new BusHealthIndicator(bus);
    }
}
