package org.silofri.node;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The node's packages use each other in one direction only. */
class ModularityTest {

    @Test
    void modulesUseOnlyWhatTheySay() {
        ApplicationModules.of(SilofriNode.class).verify();
    }

    @Test
    void thePackagesOfBusAndReplicationUseOnlyThoseBeneathThem() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("bus")
                .definedBy("org.silofri.node.bus")
                .layer("delivery")
                .definedBy("org.silofri.node.bus.delivery")
                .layer("broker")
                .definedBy("org.silofri.node.bus.broker")
                .layer("access")
                .definedBy("org.silofri.node.bus.access")
                .layer("message")
                .definedBy("org.silofri.node.bus.message")
                .layer("replication")
                .definedBy("org.silofri.node.replication")
                .layer("repair")
                .definedBy("org.silofri.node.replication.repair")
                .whereLayer("bus")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("delivery")
                .mayOnlyBeAccessedByLayers("bus")
                .whereLayer("broker")
                .mayOnlyBeAccessedByLayers("bus", "delivery")
                .whereLayer("access")
                .mayOnlyBeAccessedByLayers("bus", "delivery", "broker")
                .whereLayer("message")
                .mayOnlyBeAccessedByLayers("bus", "delivery", "broker", "access")
                .whereLayer("repair")
                .mayNotBeAccessedByAnyLayer()
                .check(
                        new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages(
                                        "org.silofri.node.bus", "org.silofri.node.replication"));
    }
}
