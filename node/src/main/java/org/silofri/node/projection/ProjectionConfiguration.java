package org.silofri.node.projection;

import java.nio.file.Path;
import org.silofri.catalogue.graph.GraphStore;
import org.silofri.catalogue.search.SearchIndex;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.log.LogService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

    @Bean
    Projections projections(NodeIdentity identity, LogService logs) {
        Path data = identity.data();
        return new Projections(
                logs.log(),
                GraphStore.open(data.resolve("graph")),
                SearchIndex.open(data.resolve("index")));
    }
}
