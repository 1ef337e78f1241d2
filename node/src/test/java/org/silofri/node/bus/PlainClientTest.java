package org.silofri.node.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.CloudEventForm;
import org.silofri.catalogue.event.Envelope;
import org.silofri.catalogue.event.EventSigner;
import org.silofri.catalogue.event.EventType;
import org.silofri.catalogue.event.Hashes;
import org.silofri.catalogue.event.Payload;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.event.SigningKey;
import org.silofri.node.bus.message.BusMessage;
import org.silofri.node.identity.HubLogin;
import tools.jackson.databind.json.JsonMapper;

/** Somebody else's AMQP 1.0 client, Debian's python3-qpid-proton, reads an event. */
class PlainClientTest {

    /** What the client prints. */
    record Seen(String contentType, Map<String, String> properties, String bodyType, String body) {}

    private static final String PYTHON = "/usr/bin/python3";
    private static final BaseIri BASE = new BaseIri("https://coordinator.example.org");
    private static final String ENTRY = BASE + "/id/problem/air";
    private static final String CONTENT =
            "<%s> <http://purl.org/dc/terms/title> \"Luft på Nørrebro\"@da .\n".formatted(ENTRY);

    @TempDir Path data;
    private BusNode hub;

    @BeforeEach
    void startsAHub() {
        hub = BusNode.hub(data).start();
    }

    @AfterEach
    void stopsIt() {
        hub.close();
    }

    @Test
    void letsAnyAmqpClientReadAnEventAsCloudEventWithRdf() throws Exception {
        HubLogin login = hub.accounts.issue("researcher");
        hub.admit("researcher");
        SignedEvent event = signedEvent();
        CloudEventForm.Binary form = CloudEventForm.write(event, BASE);
        hub.log.add(new BusMessage(form.attributes(), form.body()));
        hub.publish(0);

        Seen seen = subscribe(hub.broker().port(), login);

        assertThat(seen.properties())
                .containsEntry("cloudEvents_specversion", "1.0")
                .containsEntry("cloudEvents_id", "coordinator/1/1")
                .containsEntry("cloudEvents_source", BASE.value())
                .containsEntry("cloudEvents_type", "org.silofri.entry.published.v1")
                .containsEntry("cloudEvents_subject", ENTRY);
        assertThat(seen.contentType()).isEqualTo("application/n-triples");
        assertThat(rdf(seen.body()).getResource(ENTRY).getProperty(DCTerms.title).getString())
                .isEqualTo("Luft på Nørrebro");
        Map<String, String> attributes =
                new HashMap<>(CloudEventForm.unprefixed(seen.properties()));
        attributes.put("datacontenttype", seen.contentType());
        assertThat(CloudEventForm.read(attributes, seen.body().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new CloudEventForm.Reading.Read(event));
    }

    private static SignedEvent signedEvent() {
        Payload payload = Payload.of(CONTENT.getBytes(StandardCharsets.UTF_8));
        Envelope envelope =
                new Envelope(
                        hubCity(),
                        1,
                        1,
                        Hashes.NONE,
                        EventType.PUBLISHED,
                        ENTRY,
                        Instant.parse("2026-11-23T20:00:00Z"),
                        Envelope.ONTOLOGY_1_0,
                        "application/n-triples",
                        payload.hash());
        return new EventSigner(SigningKey.generate()).sign(envelope, payload);
    }

    private static CityId hubCity() {
        return new CityId("coordinator");
    }

    private static Model rdf(String nTriples) {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.fromString(nTriples, Lang.NTRIPLES).parse(model);
        return model;
    }

    private static Seen subscribe(int port, HubLogin login)
            throws IOException, InterruptedException, URISyntaxException {
        Path script = Path.of(PlainClientTest.class.getResource("subscribe.py").toURI());
        Process client =
                new ProcessBuilder(
                                List.of(
                                        PYTHON,
                                        script.toString(),
                                        "amqp://127.0.0.1:" + port,
                                        login.user(),
                                        login.password(),
                                        "silofri.all::sub." + login.user()))
                        .start();
        String output = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String errors = new String(client.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(client.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(client.exitValue())
                .as(
                        "The test needs an AMQP client: run it by \"./silofri test\" or install it"
                                + " (apt-get install python3-qpid-proton). It said: %s",
                        errors)
                .isZero();
        return JsonMapper.shared().readValue(output, Seen.class);
    }
}
