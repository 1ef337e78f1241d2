package org.silofri.node.importing;

import java.time.InstantSource;
import org.silofri.connectors.tabular.TabularImport;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.membership.Members;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportSettings.class)
class ImportConfiguration {

    @Bean
    Imports imports(
            JdbcTemplate database,
            PlatformTransactionManager transactions,
            TabularImport tabular,
            ImportSettings settings) {
        return new Imports(
                new UploadStore(database, new TransactionTemplate(transactions)),
                tabular.within(settings.limits()),
                settings,
                InstantSource.system());
    }

    @Bean
    WatchedFolders watchedFolders(
            NodeIdentity identity,
            Members members,
            TabularImport tabular,
            ImportSettings settings) {
        return new WatchedFolders(
                identity,
                members,
                tabular.within(settings.limits()),
                settings,
                InstantSource.system());
    }
}
