package org.silofri.catalogue.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.catalogue.entry.CanonicalNTriples;
import org.silofri.catalogue.entry.CanonicalResult;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.RdfInput;
import org.silofri.catalogue.entry.RdfResult;
import org.silofri.catalogue.entry.RdfSyntax;
import org.silofri.catalogue.event.CloudEventForm.Reading;

/**
 * The committed vectors of wire format 1. A difference is a new version of the format, not a reason
 * to change a vector; what was made instead stands in {@code target/vectors}.
 */
class VectorsTest {

    @ParameterizedTest
    @ValueSource(strings = {"keys.json", "events.json", "statements.json", "batch.json"})
    void writesTheSameBytesAsEver(String file) throws IOException {
        byte[] made =
                switch (file) {
                    case "keys.json" -> Vectors.keysFile();
                    case "events.json" -> Vectors.eventsFile();
                    case "statements.json" -> Vectors.statementsFile();
                    default -> Vectors.batchFile();
                };

        assertSame(file, made);
    }

    @Test
    void bringsRdfIntoTheSameFormAsEver() throws IOException {
        RdfResult read = RdfInput.read(vector("canonical.ttl"), RdfSyntax.TURTLE, Events.ENTRY);
        Graph graph = ((RdfResult.Parsed) read).graph();

        CanonicalResult made = CanonicalNTriples.of(graph, new EntryIri(Events.ENTRY));

        assertThat(made).isInstanceOf(CanonicalResult.Canonical.class);
        assertSame("canonical.nt", ((CanonicalResult.Canonical) made).snapshot().canonical());
    }

    @Test
    void readsAndVerifiesTheCommittedPage() throws IOException {
        List<Reading> page = CloudEventBatch.read(vector("batch.json"));

        List<SignedEvent> events =
                page.stream().map(reading -> ((Reading.Read) reading).event()).toList();
        assertThat(new RunVerifier(Events.KEYS).verify(events))
                .isEqualTo(new RunVerifier.RunResult(events, java.util.Optional.empty()));
        assertThat(events.stream().map(CatalogueEvent::decode))
                .hasSize(6)
                .noneMatch(Decoded.Faulty.class::isInstance);
    }

    @Test
    void readsLikeAnotherLibrary() throws ParseException {
        SignedEvent event = Vectors.events().getLast();

        JWSObject jws = JWSObject.parse(event.jws());

        assertThat(jws.getHeader().getAlgorithm().getName()).isEqualTo("Ed25519");
        assertThat(jws.getHeader().getKeyID()).isEqualTo(event.kid());
        assertThat(jws.getPayload().toBytes()).isEqualTo(EnvelopeJson.write(event.envelope()));
    }

    @Test
    void namesKeysLikeAnotherLibrary() throws com.nimbusds.jose.JOSEException {
        PublicKey key = Events.KEY.publicKey();

        OctetKeyPair jwk =
                new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(key.raw())).build();

        assertThat(jwk.computeThumbprint().toString()).isEqualTo(key.kid());
    }

    private static void assertSame(String file, byte[] made) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "vectors"));
        Files.write(folder.resolve(file), made);
        assertThat(new String(made, StandardCharsets.UTF_8))
                .isEqualTo(new String(vector(file), StandardCharsets.UTF_8));
    }

    private static byte[] vector(String file) throws IOException {
        try (InputStream in = VectorsTest.class.getResourceAsStream("vectors/v1/" + file)) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }
}
