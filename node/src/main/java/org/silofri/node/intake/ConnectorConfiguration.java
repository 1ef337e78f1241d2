package org.silofri.node.intake;

import java.time.InstantSource;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.connectors.ckan.CkanHarvest;
import org.silofri.connectors.ckan.CkanRoute;
import org.silofri.connectors.ckan.FileHarvestStates;
import org.silofri.connectors.table.TableLimits;
import org.silofri.connectors.tabular.TabularImport;
import org.silofri.connectors.tabular.TabularRoute;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.membership.Member;
import org.silofri.node.membership.Members;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the connectors' routes before the one door. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HarvestSettings.class)
class ConnectorConfiguration {

    @Bean
    TabularRoute tabularRoute() {
        return new TabularRoute();
    }

    @Bean
    TabularImport tabularImport(CamelContext camel, Members members, NodeIdentity identity) {
        return new TabularImport(
                camel.createProducerTemplate(),
                city -> base(city, members, identity),
                TableLimits.DEFAULT);
    }

    /** A node knows its own cities before it has heard from the coordinator. */
    private static Optional<BaseIri> base(CityId city, Members members, NodeIdentity identity) {
        return identity.owns(city)
                ? Optional.of(identity.base(city))
                : members.byCity(city).map(Member::base);
    }

    @Bean
    CkanRoute ckanRoute() {
        return new CkanRoute();
    }

    @Bean
    Harvests harvests(CamelContext camel, HarvestSettings settings, NodeIdentity identity) {
        FileHarvestStates states = new FileHarvestStates(identity.data().resolve("harvest"));
        InstantSource clock = InstantSource.system();
        return new Harvests(
                new CkanHarvest(camel.createProducerTemplate(), states, clock),
                new HarvestSources(identity).of(settings),
                settings.first(),
                settings.every(),
                clock);
    }
}
