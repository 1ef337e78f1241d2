package org.silofri.node.intake;

import java.time.InstantSource;
import org.silofri.catalogue.validation.ShapeValidator;
import org.silofri.connectors.IntakeRoutes;
import org.silofri.connectors.Sleeper;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.log.LogService;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeSettings.class)
class IntakeConfiguration {

    @Bean
    IntakeService intakeService(
            NodeIdentity identity, LogService logs, ShapeValidator shapes, IntakeSettings limits) {
        return new IntakeService(
                identity,
                logs,
                new Preparation(shapes),
                new Quotas(limits, logs.log()),
                InstantSource.system());
    }

    /** {@code direct:intake}, where every connector's route ends. */
    @Bean
    IntakeRoutes intakeRoutes(IntakeService intake) {
        return new IntakeRoutes(intake, intake.dryRun(), Sleeper.REAL);
    }
}
