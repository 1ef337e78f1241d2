package org.silofri.node.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.node.sparql.QueryGate.Entrance;
import org.springframework.util.unit.DataSize;

class QueryGateTest {

    private final QueryGate gate = new QueryGate(settings(Duration.ofSeconds(20)));

    static SparqlSettings settings(Duration deadline) {
        return new SparqlSettings(
                2,
                2,
                deadline,
                DataSize.ofKilobytes(64),
                1000,
                DataSize.ofMegabytes(4),
                100_000,
                0.85);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?s ?p ?o } LIMIT 3",
                "ASK { ?s a <http://example.org/C> FILTER(xsd:integer(?x) > 3) }",
                "CONSTRUCT WHERE { ?s ?p ?o }",
                "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }",
                "DESCRIBE <http://example.org/a>"
            })
    void letsQueriesThatStayInsideThrough(String query) {
        String prefixed = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> " + query;

        assertThat(gate.enter(prefixed)).isInstanceOf(Entrance.Allowed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
                "SELECT * { SERVICE SILENT ?x { ?s ?p ?o } }",
                "SELECT * { { SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } } }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } }",
                "SELECT * { ?s ?p ?o OPTIONAL { ?s ?q ?r FILTER NOT EXISTS { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } } }"
            })
    void refusesServiceWhereverItHides(String query) {
        assertThat(gate.enter(query))
                .isInstanceOfSatisfying(
                        Entrance.Refused.class,
                        refused -> assertThat(refused.detail()).contains("SERVICE is off"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?s ?p ?o FILTER(<java:java.lang.System>(?o)) }",
                "SELECT (<http://jena.apache.org/ARQ/function#now>() AS ?n) { }",
                "SELECT * { BIND(<http://www.w3.org/2005/xpath-functions#replace>('a','b','c') AS ?x) }"
            })
    void refusesFunctionsThatAreLoadedByName(String query) {
        assertThat(gate.enter(query))
                .isInstanceOfSatisfying(
                        Entrance.Refused.class,
                        refused -> assertThat(refused.detail()).contains("is not offered"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT DATA { <http://example.org/a> <http://example.org/b> 1 }",
                "LOAD <http://127.0.0.1:1/x.ttl>",
                "SELECT",
                "",
                "SELECT * { ?s ?p ?o"
            })
    void refusesWhatIsNoQuery(String text) {
        assertThat(gate.enter(text)).isInstanceOf(Entrance.Refused.class);
    }

    @Test
    void tellsLineAndColumnOfASyntaxError() {
        assertThat(gate.enter("SELECT *\nWHERE { ?s ?p }"))
                .isInstanceOfSatisfying(
                        Entrance.Refused.class,
                        refused -> assertThat(refused.detail()).contains("line 2"));
    }

    @Test
    void refusesALongQuery() {
        String text = "SELECT * { } #" + "x".repeat(70_000);

        assertThat(gate.enter(text))
                .isInstanceOfSatisfying(
                        Entrance.Refused.class,
                        refused -> assertThat(refused.detail()).contains("shorten it"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "(", "!"})
    void refusesDeepNestingBeforeItIsParsed(String bracket) {
        String text = "SELECT * { FILTER(" + bracket.repeat(30_000);

        assertThat(gate.enter(text))
                .isInstanceOfSatisfying(
                        Entrance.Refused.class,
                        refused -> assertThat(refused.detail()).contains("nested deeper"));
    }
}
