package org.silofri.catalogue.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.catalogue.entry.RdfResult.Cause;
import org.silofri.catalogue.entry.RdfResult.Refused;

/** F17: limits on RDF that comes in. */
@Timeout(20)
class RdfInputTest {

    private static final String NEW = "urn:silofri:new";
    private static final Node TITLE = NodeFactory.createURI("http://purl.org/dc/terms/title");

    @ParameterizedTest
    @ValueSource(strings = {NEW, "https://cph.example/id/pilot/p1"})
    void resolvesNamesAgainstTheEntry(String base) {
        Graph graph = parsed("<> <x:part> <#one> . <#one> <x:n> 1 .", RdfSyntax.TURTLE, base);

        assertThat(graph.contains(uri(base), uri("x:part"), uri(base + "#one"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {NEW, "https://cph.example/id/pilot/p1"})
    void readsJsonLdWithTheNetworksOwnContext(String base) {
        String json =
                """
                {"@context": "https://w3id.org/silofri/ns/1.0/context.jsonld",
                 "@id": "", "dcterms:title": {"@value": "Lys", "@language": "da"},
                 "sf:measure": {"@id": "#m1"}}\
                """;

        Graph graph = parsed(json, RdfSyntax.JSON_LD, base);

        assertThat(graph.contains(uri(base), TITLE, NodeFactory.createLiteralLang("Lys", "da")))
                .isTrue();
        assertThat(graph.contains(uri(base), Node.ANY, uri(base + "#m1"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@context\": \"http://127.0.0.1:1/c\", \"@id\": \"x:a\", \"x:b\": 1}",
                "{\"@context\": [{\"@import\": \"http://127.0.0.1:1/c\"}], \"@id\": \"x:a\"}",
                "{\"@context\": \"https://schema.org\", \"@id\": \"x:a\", \"x:b\": 1}",
                "{\"@context\": \"file:///etc/hostname\", \"@id\": \"x:a\", \"x:b\": 1}",
                "{\"@context\": {\"a\": {\"@id\": \"x:a\", \"@context\": \"http://127.0.0.1:1/c\"}},"
                        + " \"a\": {\"x:b\": 1}}"
            })
    void asksNoOtherHostForAContext(String json) {
        assertThat(refused(json, RdfSyntax.JSON_LD).cause()).isEqualTo(Cause.REMOTE_CONTEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "'<x:a> <x:b> ',[ <x:c> ,TURTLE",
        "'<x:a> <x:b> ',( ,TURTLE",
        "'<x:a> <x:b> ',<<( ,TURTLE",
        "'<x:a> <x:b> ',<< ,N_TRIPLES",
        "'<x:a> <x:b> <x:c> ',{| <x:d> ,TURTLE",
        "'#\r',[ ,TURTLE",
        "'<x:a> <x:b> \"\\\"\" , ',[ <x:c> ,TURTLE",
        "'',[,JSON_LD",
        "'','{\"@graph\":',JSON_LD",
        "'{\"\\\"\":',[,JSON_LD"
    })
    void refusesDeepNestingBeforeParsing(String start, String open, RdfSyntax syntax) {
        String deep = start + open.repeat(Math.min(100_000, 250_000 / open.length()));

        assertThat(refused(deep, syntax).cause()).isEqualTo(Cause.TOO_DEEP);
    }

    @Test
    void allowsBracketsInsideStringsNamesAndComments() {
        String brackets = "[({".repeat(100);
        String turtle =
                "@prefix x: <x:> . # %1$s\n<> x:a \"%1$s\", '%1$s', \"\"\"%1$s\n\"\"\", <x:%2$s>, x:%3$s ."
                        .formatted(brackets, "[(".repeat(60), "\\(".repeat(60));

        assertThat(parsed(turtle, RdfSyntax.TURTLE, NEW).size()).isEqualTo(4);
    }

    @Test
    void allowsNestingUpToTheLimit() {
        String turtle = "<> <x:a> " + "[ <x:a> ".repeat(50) + "1" + " ]".repeat(50) + " .";

        assertThat(parsed(turtle, RdfSyntax.TURTLE, NEW).size()).isEqualTo(51);
    }

    @ParameterizedTest
    @EnumSource
    void refusesTooManyBytes(RdfSyntax syntax) {
        assertThat(refused(" ".repeat(Limits.BYTES + 1), syntax).cause())
                .isEqualTo(Cause.TOO_LARGE);
    }

    @Test
    void refusesTooManyTriples() {
        StringBuilder turtle = new StringBuilder("<> <x:a> 0");
        for (int i = 1; i <= Limits.TRIPLES; i++) {
            turtle.append(',').append(i);
        }

        assertThat(refused(turtle + ".", RdfSyntax.TURTLE).cause()).isEqualTo(Cause.TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({
        "TURTLE,'<> <x:a> 1 .\n<> <x:a> oops .',2", "N_TRIPLES,'<x:a> <x:b> 1 .',1",
        "JSON_LD,'{\"@id\": \"x:a\",\n \"x:b\" 1}',2", "JSON_LD,'{\"@id\":\"a\",\"@id\":\"b\"}',1",
        "JSON_LD,'{\"@id\":\"x:a\",\"x:n\":1e999999}',1"
    })
    void tellsTheLineOfAMistake(RdfSyntax syntax, String text, long line) {
        Refused refused = refused(text, syntax);

        assertThat(refused.cause()).isEqualTo(Cause.SYNTAX);
        assertThat(refused.line()).isEqualTo(line);
        assertThat(refused.message()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<> <x:a> \"2026-01-01T00:00:00.12345678901234\"^^<http://www.w3.org/2001/XMLSchema#dateTime> .",
                "<> <x:a> <http://[bad> .",
                "<> <x:a> \"a\"@12345678901 .",
                "\u0000",
                "@base <"
            })
    void answersWhereParsersStumble(String turtle) {
        RdfResult result = RdfInput.read(bytes(turtle), RdfSyntax.TURTLE, NEW);

        assertThat(result).isInstanceOfAny(Refused.class, RdfResult.Parsed.class);
    }

    @Test
    void refusesOtherEncodings() {
        byte[] latin = "<> <x:a> \"ø\" .".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(RdfInput.read(latin, RdfSyntax.TURTLE, NEW)).isInstanceOf(Refused.class);
    }

    @Test
    void refusesNamedGraphs() {
        String json = "{\"@id\":\"x:g\",\"@graph\":[{\"@id\":\"x:a\",\"x:b\":{\"@id\":\"x:c\"}}]}";

        assertThat(refused(json, RdfSyntax.JSON_LD).message()).contains("named graph");
    }

    @ParameterizedTest
    @CsvSource({
        "text/turtle;charset=utf-8,TURTLE",
        "Application/LD+JSON,JSON_LD",
        "application/n-triples,N_TRIPLES"
    })
    void knowsMediaTypes(String type, RdfSyntax syntax) {
        assertThat(RdfSyntax.ofContentType(type)).contains(syntax);
    }

    private static Node uri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static Graph parsed(String text, RdfSyntax syntax, String base) {
        RdfResult result = RdfInput.read(bytes(text), syntax, base);
        assertThat(result).isInstanceOf(RdfResult.Parsed.class);
        return ((RdfResult.Parsed) result).graph();
    }

    private static Refused refused(String text, RdfSyntax syntax) {
        RdfResult result = RdfInput.read(bytes(text), syntax, NEW);
        assertThat(result).isInstanceOf(Refused.class);
        return (Refused) result;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
