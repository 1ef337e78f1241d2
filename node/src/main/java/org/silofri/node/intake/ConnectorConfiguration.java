package org.silofri.node.intake;

import org.apache.camel.CamelContext;
import org.silofri.connectors.table.TableLimits;
import org.silofri.connectors.tabular.TabularImport;
import org.silofri.connectors.tabular.TabularRoute;
import org.silofri.node.membership.Member;
import org.silofri.node.membership.Members;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the connectors' routes before the one door. */
@Configuration(proxyBeanMethods = false)
class ConnectorConfiguration {

    @Bean
    TabularRoute tabularRoute() {
        return new TabularRoute();
    }

    @Bean
    TabularImport tabularImport(CamelContext camel, Members members) {
        return new TabularImport(
                camel.createProducerTemplate(),
                city -> members.byCity(city).map(Member::base),
                TableLimits.DEFAULT);
    }
}
