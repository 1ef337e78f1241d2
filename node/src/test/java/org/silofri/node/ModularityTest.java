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
    void theCommandsStandOnTheWayIntoTheNodeAndNotTheReverse() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("silofri")
                .definedBy("org.silofri.node.cli")
                .layer("demo")
                .definedBy("org.silofri.node.cli.demo")
                .layer("process")
                .definedBy("org.silofri.node.cli.demo.process")
                .layer("command")
                .definedBy("org.silofri.node.cli.command")
                .layer("operator")
                .definedBy("org.silofri.node.cli.operator")
                .layer("terminal")
                .definedBy("org.silofri.node.cli.terminal")
                .whereLayer("silofri")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("demo")
                .mayOnlyBeAccessedByLayers("silofri")
                .whereLayer("command")
                .mayOnlyBeAccessedByLayers("silofri")
                .whereLayer("process")
                .mayOnlyBeAccessedByLayers("demo")
                .whereLayer("operator")
                .mayOnlyBeAccessedByLayers("demo", "command", "process")
                .check(
                        new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("org.silofri.node.cli"));
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
                .layer("dial")
                .definedBy("org.silofri.node.bus.dial")
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
                .whereLayer("dial")
                .mayOnlyBeAccessedByLayers("bus", "broker")
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
