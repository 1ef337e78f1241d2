package org.silofri.node.assignment;

import java.time.InstantSource;
import org.silofri.catalogue.assignment.rdf.LeadRdf;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.intake.IntakeService;
import org.silofri.node.log.LogService;
import org.silofri.node.projection.Projections;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AssignmentConfiguration {

    @Bean
    LeadService leadService(
            NodeIdentity identity,
            LogService logs,
            IntakeService intake,
            @Value("${silofri.demo:false}") boolean demo) {
        var network = identity.network();
        var ledger = new LeadLedger(logs.log(), network.coordinator(), new LeadRdf(network.base()));
        return new LeadService(identity, intake, ledger, InstantSource.system(), demo);
    }

    @Bean
    LikenessService likenessService(
            LogService logs, Projections projections, IntakeService intake) {
        return new LikenessService(logs.log(), projections, intake);
    }
}
