package org.silofri.catalogue.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalNTriplesTest {

    static final EntryIri ENTRY = new EntryIri("https://cph.example/id/pilot/p1");
    private static final Node SELF = NodeFactory.createURI(ENTRY.value());
    private static final Node SAYS = NodeFactory.createURI("https://x.example/says");

    @ParameterizedTest
    @CsvSource({
        "01,integer,1",
        "-0,integer,0",
        "+7,long,7",
        "007,unsignedByte,7",
        "1.50,decimal,1.5",
        "-0.0,decimal,0.0",
        "+.5,decimal,0.5",
        "12,decimal,12.0",
        "1,boolean,true",
        "0,boolean,false",
        "1,double,1.0e0",
        "-0,double,-0.0e0",
        "1E400,double,INF",
        "1.10,float,1.1",
        "2026-01-02T03:04:05.000Z,dateTime,2026-01-02T03:04:05Z",
        "2026-01-02T03:04:05.120+01:00,dateTime,2026-01-02T03:04:05.12+01:00",
        "2026-12-31T24:00:00Z,dateTime,2027-01-01T00:00:00Z",
        "2026-01-02T03:04:05-00:00,dateTimeStamp,2026-01-02T03:04:05+00:00",
        "2026-01-02-00:00,date,2026-01-02+00:00"
    })
    void writesNumbersAndDatesInOneForm(String written, String type, String kept) {
        Graph graph = says(typed(written, type));

        assertThat(text(graph)).contains("\"" + kept + "\"^^<http://www.w3.org/2001/XMLSchema#");
    }

    @ParameterizedTest
    @CsvSource({"NB,nb", "zh-hant-tw,zh-Hant-TW", "EN-gb-X-TEST-AB,en-GB-x-test-ab"})
    void writesLanguageTagsAsRfc5646Recommends(String written, String kept) {
        Graph graph = says(NodeFactory.createLiteralLang("Lys", written));

        assertThat(text(graph)).contains("\"Lys\"@" + kept + " .");
    }

    @Test
    void composesCombiningMarksAndKeepsOneOfTwoEqualTriples() {
        Graph graph = says(NodeFactory.createLiteralString("A\u030algård"));
        graph.add(SELF, SAYS, NodeFactory.createLiteralString("Ålgård"));

        assertThat(text(graph)).isEqualTo(line("\"Ålgård\""));
    }

    @Test
    void escapesOnlyWhatMustBeEscaped() {
        Graph graph = says(NodeFactory.createLiteralString("\"\\\n\r\t\b\f\u0001\u007f'\u00a0🚲"));

        assertThat(text(graph))
                .isEqualTo(line("\"\\\"\\\\\\n\\r\\t\\b\\f\\u0001\\u007F'\u00a0🚲\""));
    }

    @Test
    void sortsLinesByTheirUtf8Bytes() {
        Graph graph = says(NodeFactory.createLiteralString("😀"));
        graph.add(SELF, SAYS, NodeFactory.createLiteralString("\uffee"));

        assertThat(text(graph)).isEqualTo(line("\"\uffee\"") + line("\"😀\""));
    }

    @Test
    void refusesBlankNodesWithTheRemedy() {
        assertThat(problems(says(NodeFactory.createBlankNode())))
                .first()
                .asString()
                .contains("<#name>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://cph.example/id/pilot/p2",
                "https://cph.example/id/pilot/p1/x",
                "https://cph.example/id/pilot/p1#",
                "https://cph.example/id/pilot/p1#prov",
                "https://cph.example/id/pilot/p1#a%20b"
            })
    void refusesSubjectsThatAreNotTheEntryOrItsFragments(String subject) {
        Graph graph = GraphFactory.createGraphMem();
        graph.add(NodeFactory.createURI(subject), SAYS, SELF);

        assertThat(problems(graph)).singleElement().asString().contains("neither the entry");
    }

    @ParameterizedTest
    @CsvSource({
        "1.5,integer",
        "300,byte",
        "x,boolean",
        "2026-02-30,date",
        "2026-01-01T25:00:00,dateTime",
        "2026-01-01T12:00:00-00:15,dateTime",
        "2026-01-01-00:30,date",
        "-0044-03-15,date",
        "12026-01-01,date"
    })
    void refusesLiteralsThatTheStoreWouldChange(String lexical, String type) {
        assertThat(problems(says(typed(lexical, type)))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relative", "http://a b", "http://a/<", "x:\ud800"})
    void refusesBrokenIris(String iri) {
        assertThat(problems(says(NodeFactory.createURI(iri)))).hasSize(1);
    }

    @Test
    void refusesHalfASurrogatePair() {
        assertThat(problems(says(NodeFactory.createLiteralString("a\ud83d")))).hasSize(1);
    }

    @Test
    void refusesMoreThanTheLimits() {
        Graph many = GraphFactory.createGraphMem();
        for (int i = 0; i <= Limits.TRIPLES; i++) {
            many.add(SELF, SAYS, NodeFactoryExtra.intToNode(i));
        }

        assertThat(problems(many)).anyMatch(p -> p.contains("5000 triples"));
        assertThat(problems(says(NodeFactory.createLiteralString("x".repeat(Limits.BYTES)))))
                .anyMatch(p -> p.contains("bytes"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://a.example/b> <https://x.example/says> \"1\" .",
                "<https://a.example/b>  <https://x.example/says> \"1\" .\n",
                "<https://a.example/b> <https://x.example/says> \"1\" .\n\n",
                "# note\n<https://a.example/b> <https://x.example/says> \"1\" .\n",
                "<https://a.example/b> <https://x.example/says> \"\\u0031\" .\n",
                "<https://a.example/b> <https://x.example/says> \"a\"@NB .\n",
                "<https://a.example/b> <https://x.example/says> \"01\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n",
                "<https://a.example/b> <https://x.example/says> \"b\" .\n<https://a.example/b> <https://x.example/says> \"a\" .\n",
                "<https://a.example/b> <https://x.example/says> \"a\" .\n<https://a.example/b> <https://x.example/says> \"a\" .\n",
                "<https://a.example/b> <https://x.example/says> _:x .\n",
                "<https://a.example/b> <https://x.example/says> <<( <x:a> <x:b> <x:c> )>> .\n",
                "<https://a.example/b> <https://x.example/says>"
                        + " \"2026-01-01T00:00:00.1234567890123\""
                        + "^^<http://www.w3.org/2001/XMLSchema#dateTime> .\n",
                "<https://a.example/b> <https://x.example/says> \"\uffff\" .\n",
                "nothing",
                ""
            })
    void refusesToReadWhatIsNotCanonical(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> CanonicalNTriples.parse(bytes)).isInstanceOf(NotCanonical.class);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] bytes = line("\"ø\"").getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> CanonicalNTriples.parse(bytes)).isInstanceOf(NotCanonical.class);
    }

    static Graph says(Node object) {
        Graph graph = GraphFactory.createGraphMem();
        graph.add(SELF, SAYS, object);
        return graph;
    }

    private static Node typed(String lexical, String type) {
        return NodeFactory.createLiteralDT(
                lexical,
                org.apache.jena.datatypes.TypeMapper.getInstance()
                        .getSafeTypeByName("http://www.w3.org/2001/XMLSchema#" + type));
    }

    private static String line(String object) {
        return "<" + ENTRY + "> <https://x.example/says> " + object + " .\n";
    }

    static String text(Graph graph) {
        return new String(canonical(graph).canonical(), StandardCharsets.UTF_8);
    }

    static Snapshot canonical(Graph graph) {
        CanonicalResult result = CanonicalNTriples.of(graph, ENTRY);
        assertThat(result).isInstanceOf(CanonicalResult.Canonical.class);
        return ((CanonicalResult.Canonical) result).snapshot();
    }

    private static List<String> problems(Graph graph) {
        return ((CanonicalResult.Refused) CanonicalNTriples.of(graph, ENTRY)).problems();
    }
}
