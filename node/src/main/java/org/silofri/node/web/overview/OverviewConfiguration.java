package org.silofri.node.web.overview;

import org.silofri.catalogue.overview.Overview;
import org.silofri.node.projection.Projections;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OverviewConfiguration {

    @Bean
    Overview overview(Projections projections) {
        return new Overview(projections.graph());
    }
}
