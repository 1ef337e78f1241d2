package org.silofri.connectors;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A connector knows Camel and the library; nothing of the node, and no other connector. */
@AnalyzeClasses(
        packages = "org.silofri.connectors",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_NEITHER_SPRING_NOR_NODE_NOR_STORES =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "org.silofri.node..",
                            "jakarta.jms..",
                            "org.apache.activemq..",
                            "org.apache.artemis..",
                            "org.apache.lucene..",
                            "org.apache.jena.tdb2..",
                            "java.sql..");

    @ArchTest
    static final ArchRule OF_THE_LIBRARY_ONLY_ENTRIES_AND_CANDIDATES =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.silofri.catalogue.log..",
                            "org.silofri.catalogue.replication..",
                            "org.silofri.catalogue.projection..",
                            "org.silofri.catalogue.graph..",
                            "org.silofri.catalogue.search..",
                            "org.silofri.catalogue.ldes..");

    @ArchTest
    static final ArchRule THE_SPREADSHEET_LIBRARY_STAYS_WHERE_FILES_ARE =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..table..", "..template..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.dhatim..", "org.apache.commons.csv..");

    @ArchTest
    static final ArchRule TABLES_KNOW_NO_ENTRIES =
            noClasses()
                    .that()
                    .resideInAPackage("..connectors.table..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.silofri.catalogue..", "org.apache.camel..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("org.silofri.connectors.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule AN_IMPORT_MAPS_ROWS_AND_NEVER_THE_REVERSE =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("import")
                    .definedBy("org.silofri.connectors.tabular")
                    .layer("entry")
                    .definedBy("org.silofri.connectors.tabular.entry")
                    .layer("sheet")
                    .definedBy("org.silofri.connectors.tabular.sheet")
                    .layer("value")
                    .definedBy("org.silofri.connectors.tabular.value")
                    .whereLayer("import")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("entry")
                    .mayOnlyBeAccessedByLayers("import")
                    .whereLayer("sheet")
                    .mayOnlyBeAccessedByLayers("import", "entry")
                    .whereLayer("value")
                    .mayOnlyBeAccessedByLayers("import", "entry");

    @ArchTest
    static final ArchRule ROUTES_ARE_CALLED_SO =
            classes()
                    .that()
                    .areAssignableTo("org.apache.camel.builder.RouteBuilder")
                    .should()
                    .haveNameMatching(".*Routes?");
}
