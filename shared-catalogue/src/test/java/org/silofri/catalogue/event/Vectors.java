package org.silofri.catalogue.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.event.Statement.ForkProof;
import org.silofri.catalogue.event.Statement.HeadStatement;
import org.silofri.catalogue.event.Statement.NodePosition;

/** What the committed test vectors say, made anew from fixed keys, salts and times. */
final class Vectors {

    private static final ObjectMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Vectors() {}

    /** One log: published twice, withdrawn, erased, key changed, and a new epoch. */
    static List<SignedEvent> events() {
        List<SignedEvent> log = new ArrayList<>();
        EntryIri entry = new EntryIri(Events.ENTRY);
        add(log, EventType.PUBLISHED, Events.content("Lys"), Events.KEY);
        add(log, EventType.PUBLISHED, second(entry), Events.KEY);
        Tombstone tombstone =
                new Tombstone(entry, Map.of("nb", "Duplikat", "en", "Duplicate"), Events.TIME);
        add(log, EventType.WITHDRAWN, tombstone.snapshot().canonical(), Events.KEY);
        Erasure erasure = new Erasure(new Position(1, 1), log.getFirst().hash());
        add(log, EventType.PAYLOAD_ERASED, Bodies.write(erasure), Events.KEY);
        KeyChange change =
                new KeyChange(
                        List.of(
                                new KeyChange.Added(
                                        Events.SECOND_KEY.publicKey(), new Position(2, 1))),
                        List.of(new KeyChange.Revoked(Events.KEY.kid(), new Position(1, 5))),
                        null);
        add(log, EventType.KEY_CHANGED, Bodies.write(change), Events.KEY);
        EpochStart start =
                new EpochStart(1, 5, log.getLast().hash(), EpochStart.Reason.RESTORED, null);
        log.add(
                Events.event(
                        2,
                        1,
                        log.getLast().hash(),
                        EventType.EPOCH_STARTED,
                        Bodies.write(start),
                        Events.SECOND_KEY));
        return log;
    }

    private static byte[] second(EntryIri entry) {
        String text =
                """
                <ENTRY#measure-1> <https://schema.org/value> \
                "12.5"^^<http://www.w3.org/2001/XMLSchema#decimal> .
                <ENTRY> <http://purl.org/dc/terms/title> "Light on paths"@en .
                <ENTRY> <http://purl.org/dc/terms/title> "Ålgård: lys på \\"sti\\" 🚲"@nb .
                <ENTRY> <https://w3id.org/silofri/ns#measure> <ENTRY#measure-1> .
                """;
        return utf8(text.replace("ENTRY", entry.value()));
    }

    private static void add(List<SignedEvent> log, EventType type, byte[] content, SigningKey key) {
        String prev = log.isEmpty() ? Hashes.NONE : log.getLast().hash();
        log.add(Events.event(1, log.size() + 1, prev, type, content, key));
    }

    static byte[] keysFile() throws IOException {
        ArrayNode keys = PRETTY.createArrayNode();
        for (SigningKey key : List.of(Events.KEY, Events.SECOND_KEY)) {
            byte[] pkcs8 = key.pkcs8();
            keys.addObject()
                    .put("seed", HexFormat.of().formatHex(pkcs8, 16, 48))
                    .put("x", key.publicKey().encoded())
                    .put("kid", key.kid());
        }
        return pretty(keys);
    }

    static byte[] eventsFile() throws IOException {
        ArrayNode all = PRETTY.createArrayNode();
        for (SignedEvent event : events()) {
            ObjectNode one = all.addObject();
            CompactJws jws = CompactJws.parse(event.jws(), SignedEvent.MOST_JWS_CHARACTERS);
            Payload payload = java.util.Objects.requireNonNull(event.payload());
            one.put("id", event.envelope().id());
            one.put("salt", HexFormat.of().formatHex(payload.salt()));
            one.put("payload", new String(payload.content(), StandardCharsets.UTF_8));
            one.put("payloadHash", payload.hash());
            one.put("envelope", new String(jws.content(), StandardCharsets.UTF_8));
            one.put("jws", event.jws());
            one.put("hash", event.hash());
        }
        return pretty(all);
    }

    static byte[] statementsFile() throws IOException {
        EventSigner signer = new EventSigner(Events.KEY);
        List<SignedEvent> events = events();
        SignedEvent first = events.getFirst();
        SignedEvent other = Events.event(EventType.PUBLISHED, Events.content("Mørke"));
        ObjectNode all = PRETTY.createObjectNode();
        all.put(
                "head",
                signer.sign(
                        new HeadStatement(
                                Events.CITY,
                                events.getLast().position(),
                                events.getLast().hash(),
                                Events.TIME,
                                List.of(new ForkProof(first.jws(), other.jws())))));
        all.put(
                "position",
                signer.sign(
                        new NodePosition(
                                Events.CITY,
                                Map.of(
                                        Events.CITY,
                                        new Position(2, 1),
                                        new CityId("helsinki"),
                                        new Position(1, 418)),
                                Events.TIME)));
        return pretty(all);
    }

    static byte[] batchFile() {
        List<SignedEvent> events = events();
        events.set(0, events.getFirst().withoutPayload());
        return CloudEventBatch.write(events, Events.BASE);
    }

    private static byte[] pretty(Object value) throws IOException {
        return utf8(PRETTY.writeValueAsString(value) + "\n");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
