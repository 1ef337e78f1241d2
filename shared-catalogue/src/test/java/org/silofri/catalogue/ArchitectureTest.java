package org.silofri.catalogue;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The library's boundaries: no framework, each store in one package, one direction. */
@AnalyzeClasses(
        packages = "org.silofri.catalogue",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule knowsNoFrameworkAndNoBroker =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "org.apache.camel..",
                            "jakarta.jms..",
                            "javax.jms..",
                            "org.apache.activemq..",
                            "org.apache.artemis..",
                            "jakarta.servlet..");

    @ArchTest
    static final ArchRule knowsTdb2OnlyInGraph =
            onlyIn("graph", "org.apache.jena.tdb2..", "org.apache.jena.dboe..");

    @ArchTest
    static final ArchRule knowsLuceneOnlyInSearch = onlyIn("search", "org.apache.lucene..");

    @ArchTest
    static final ArchRule knowsJdbcOnlyInLog =
            onlyIn("log", "java.sql..", "javax.sql..", "org.sqlite..");

    @ArchTest
    static final ArchRule knowsNothingOfNodesAndConnectors =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.silofri.node..", "org.silofri.connectors..");

    @ArchTest
    static final ArchRule hasNoCyclesBetweenPackages =
            slices().matching("org.silofri.catalogue.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule namesOfThingsComeBeforeEvents =
            noClasses()
                    .that()
                    .resideInAPackage("..catalogue.entry..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..catalogue.event..",
                            "..catalogue.log..",
                            "..catalogue.graph..",
                            "..catalogue.search..");

    private static ArchRule onlyIn(String owner, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackage("org.silofri.catalogue." + owner + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }
}
