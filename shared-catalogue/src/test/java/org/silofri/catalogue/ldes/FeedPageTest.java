package org.silofri.catalogue.ldes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.event.CloudEventBatch;
import org.silofri.catalogue.event.CloudEventForm;
import org.silofri.catalogue.event.QuarantineReason;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.log.Author;
import org.silofri.catalogue.log.EventLog;
import org.silofri.catalogue.log.Judged;
import org.silofri.catalogue.log.Pages;
import org.silofri.catalogue.log.Verdict;

class FeedPageTest {

    private static final URI NODE = URI.create("http://localhost:8081");
    private static final Verdict ACCEPTED = new Verdict.Accepted();

    @TempDir Path folder;
    private EventLog log;
    private final Author peer = new Author("stavanger");

    @BeforeEach
    void open() {
        log = EventLog.open(folder.resolve("log.db"));
    }

    @AfterEach
    void close() {
        log.close();
    }

    private void store(List<SignedEvent> events) {
        log.storeAll(events.stream().map(event -> new Judged(event, ACCEPTED)).toList());
    }

    private FeedPage page(long number) {
        Pages pages = log.pages();
        return FeedPage.of(pages, pages.page(peer.city(), 1, number).orElseThrow());
    }

    private static Graph expected(String file) {
        Graph graph = GraphFactory.createDefaultGraph();
        InputStream in = FeedPageTest.class.getResourceAsStream(file);
        RDFDataMgr.read(graph, in, Lang.TURTLE);
        return graph;
    }

    @Test
    void givesEveryEventExactlyAsItWasSigned() {
        List<SignedEvent> chain = peer.chain(3);
        store(chain);

        byte[] batch = page(1).batch(new BaseIri("https://stavanger.example"));

        assertThat(CloudEventBatch.read(batch))
                .containsExactlyElementsOf(
                        chain.stream().map(CloudEventForm.Reading.Read::new).toList());
    }

    @Test
    void isAnEventStreamOfVersions() {
        log.store(peer.chain(1).getFirst(), ACCEPTED);

        Graph graph = LdesWriter.graph(page(1), NODE);

        assertThat(graph.isIsomorphicWith(expected("one-entry.ttl"))).isTrue();
    }

    @Test
    void leadsToTheNextPage() {
        store(peer.chain(251));

        Graph graph = LdesWriter.graph(page(1), NODE);

        assertThat(
                        graph.find(
                                        Node.ANY,
                                        NodeFactory.createURI("https://w3id.org/tree#node"),
                                        Node.ANY)
                                .toList())
                .singleElement()
                .satisfies(triple ->
                        assertThat(triple.getObject().getURI())
                                .isEqualTo("http://localhost:8081/feed/stavanger/1/2"));
        assertThat(page(2).next()).isEmpty();
    }

    @Test
    void isReadBackTheSameFromEachForm() {
        store(peer.chain(5));
        Graph graph = LdesWriter.graph(page(1), NODE);

        for (Lang form : List.of(Lang.TURTLE, Lang.NTRIPLES, Lang.JSONLD, Lang.RDFXML)) {
            Graph read = GraphFactory.createDefaultGraph();
            byte[] bytes = LdesWriter.write(page(1), NODE, form);
            RDFDataMgr.read(read, new ByteArrayInputStream(bytes), form);
            assertThat(read.isIsomorphicWith(graph)).as(form.getName()).isTrue();
        }
    }

    @Test
    void showsNoQuarantinedEventAsMemberButPassesItOn() {
        log.store(
                peer.chain(1).getFirst(),
                new Verdict.Quarantined(QuarantineReason.SHAPE, "no title", Optional.empty()));

        Graph graph = LdesWriter.graph(page(1), NODE);

        assertThat(
                        graph.contains(
                                Node.ANY,
                                NodeFactory.createURI("https://w3id.org/tree#member"),
                                Node.ANY))
                .isFalse();
        assertThat(CloudEventBatch.read(page(1).batch(new BaseIri("https://stavanger.example"))))
                .hasSize(1);
    }
}
