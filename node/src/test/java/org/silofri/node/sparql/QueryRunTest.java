package org.silofri.node.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryRunTest {

    private static final int ENTRIES = 600;

    private final DatasetGraph store = DatabaseMgr.createDatasetGraph();

    @BeforeEach
    void fill() {
        store.begin(ReadWrite.WRITE);
        for (int i = 0; i < ENTRIES; i++) {
            var s = NodeFactory.createURI("http://example.org/s" + i);
            var next = NodeFactory.createURI("http://example.org/s" + (i * 7 + 1) % ENTRIES);
            store.getDefaultGraph().add(s, NodeFactory.createURI("http://example.org/next"), next);
            store.getDefaultGraph()
                    .add(
                            s,
                            NodeFactory.createURI("http://example.org/title"),
                            NodeFactory.createLiteralLang("a".repeat(40) + "!", "da"));
        }
        store.commit();
        store.end();
        store.begin(ReadWrite.READ);
    }

    @AfterEach
    void end() {
        store.end();
        store.close();
    }

    private String answer(String query, Duration deadline) {
        SparqlSettings settings = QueryGateTest.settings(deadline);
        Guard guard = new Guard(System.nanoTime() + deadline.toNanos(), settings);
        var parsed = QueryFactory.create("PREFIX : <http://example.org/> " + query);
        ResultForm form =
                ResultForm.choose("", "", parsed.isSelectType() || parsed.isAskType())
                        .orElseThrow();
        return new String(
                new QueryRun(settings, guard).run(parsed, store, form), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
                "SELECT (COUNT(*) AS ?n) { ?a (:next|!:none|^:next)* ?b . ?c (:next|^:next)* ?d . ?e :next* ?f }",
                "SELECT * { ?a :title ?t FILTER(REGEX(STR(?t), '^(.*a){25}$')) }",
                "SELECT (REPLACE(STR(?t), '^(.*a){25}$', 'x') AS ?r) { ?a :title ?t }",
                "SELECT ?a (GROUP_CONCAT(?b) AS ?all) { ?a ?p ?o . ?b ?q ?r . ?c ?s ?t } GROUP BY ?a",
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } GROUP BY (STRLEN(?x))",
                "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?i) } ORDER BY ?a"
            })
    void endsAtTheDeadline(String query) {
        long start = System.nanoTime();

        assertThatThrownBy(() -> answer(query, Duration.ofSeconds(1)))
                .isInstanceOfAny(QueryCancelledException.class, Guard.MemoryShort.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void endsAProductOfConstantsThatNeverAsksTheStore() {
        String thousand = "1 ".repeat(1000);
        String query =
                "SELECT (COUNT(*) AS ?n) { VALUES ?a {%s} VALUES ?b {%s} VALUES ?c {%s} }"
                        .formatted(thousand, thousand, thousand);

        assertThatThrownBy(() -> answer(query, Duration.ofSeconds(1)))
                .isInstanceOf(QueryCancelledException.class);
    }

    @Test
    void givesNoValueToATextThatGrowsWithoutEnd() {
        StringBuilder binds = new StringBuilder("BIND('xxxxxxxxxx' AS ?t0) ");
        for (int i = 1; i < 40; i++) {
            binds.append("BIND(CONCAT(?t%d, ?t%d) AS ?t%d) ".formatted(i - 1, i - 1, i));
        }

        String answer =
                answer("SELECT (STRLEN(?t39) AS ?n) { " + binds + "}", Duration.ofSeconds(20));

        assertThat(answer).contains("\"bindings\"").doesNotContain("\"value\"");
    }

    @Test
    void givesNoValueToANestedReplacementOfConstants() {
        String text = "'x'";
        for (int i = 0; i < 8; i++) {
            text = "REPLACE(" + text + ", 'x', '" + "x".repeat(60) + "')";
        }

        String answer = answer("SELECT (STRLEN(" + text + ") AS ?n) { }", Duration.ofSeconds(20));

        assertThat(answer).doesNotContain("\"value\"");
    }

    @Test
    void refusesAResultOfTooManyRows() {
        assertThatThrownBy(() ->
                        answer("SELECT * { ?a :next ?b . ?c :next ?d }", Duration.ofSeconds(20)))
                .isInstanceOf(ResultBuffer.TooLarge.class)
                .hasMessageContaining("1000 rows")
                .hasMessageContaining("LIMIT");
    }

    @Test
    void keepsRegexAndReplaceAsSparqlDefinesThem() {
        String answer =
                answer(
                        "SELECT (REPLACE('Vejle by', '(V)(e)', '$2$1') AS ?r) (REGEX('ÅRHUS', 'århus', 'i')"
                                + " AS ?m) (LANG(REPLACE('bil'@da, 'b', 'k')) AS ?l) { }",
                        Duration.ofSeconds(20));

        assertThat(answer).contains("eVjle by").contains("true").contains("\"da\"");
    }

    @Test
    void readsNothingFromOutsideForFrom() {
        String answer =
                answer(
                        "SELECT * FROM <http://127.0.0.1:1/remote.ttl> { ?s ?p ?o }",
                        Duration.ofSeconds(20));

        assertThat(answer).contains("\"bindings\"").doesNotContain("\"value\"");
    }

    @Test
    void answersAskAndConstruct() {
        assertThat(answer("ASK { :s0 :next ?x }", Duration.ofSeconds(20))).contains("true");
        assertThat(answer("CONSTRUCT { :a :b ?x } WHERE { :s0 :next ?x }", Duration.ofSeconds(20)))
                .contains(":a", ":s1");
    }
}
