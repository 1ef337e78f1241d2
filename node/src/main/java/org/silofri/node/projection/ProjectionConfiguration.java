package org.silofri.node.projection;

import java.nio.file.Path;
import java.util.function.Function;
import org.silofri.catalogue.graph.GraphStore;
import org.silofri.catalogue.search.SearchIndex;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.identity.NotStartable;
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
                opened(data.resolve("graph"), GraphStore::open),
                opened(data.resolve("index"), SearchIndex::open));
    }

    /** What is derived may always be thrown away, and the operator is told so. */
    private static <T> T opened(Path folder, Function<Path, T> open) {
        try {
            return open.apply(folder);
        } catch (RuntimeException e) {
            throw new NotStartable(
                    "%s cannot be opened (%s)".formatted(folder, e.getMessage()),
                    "move it away and start again; it is built anew from the logs",
                    e);
        }
    }
}
