package org.silofri.node.replication;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.replication.Replica;
import org.silofri.catalogue.validation.ShapeValidator;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.log.LogService;
import org.silofri.node.membership.Members;
import org.silofri.ontology.Ontology;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReplicationConfiguration {

    private final InstantSource clock = InstantSource.system();

    @Bean
    ReplicationService replicationService(
            NodeIdentity identity, LogService logs, Members members, ShapeValidator shapes) {
        return new ReplicationService(
                identity,
                logs,
                members,
                new ContentCheck(members, shapes),
                new Replica(logs.log(), clock),
                clock);
    }

    @Bean
    StatementExchange statementExchange(
            NodeIdentity identity,
            LogService logs,
            Members members,
            ReplicationService replication) {
        return new StatementExchange(identity, logs, members, replication, clock);
    }

    @Bean
    QuarantineKeeper quarantineKeeper(LogService logs, Members members, ShapeValidator shapes) {
        return new QuarantineKeeper(logs.log(), new ContentCheck(members, shapes), clock, judge());
    }

    /** Unpackaged, as in tests, it is another one at each start. */
    private String judge() {
        @Nullable String program = getClass().getPackage().getImplementationVersion();
        return "%s, ontology %s"
                .formatted(
                        program == null ? clock.instant().toString() : program,
                        String.join(" ", Ontology.versions()));
    }
}
