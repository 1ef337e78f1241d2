package org.silofri.catalogue.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.catalogue.entry.CanonicalNTriples;
import org.silofri.catalogue.entry.CanonicalResult;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.Limits;
import org.silofri.catalogue.entry.Snapshot;

class CatalogueEventTest {

    private static final EntryIri ENTRY = new EntryIri(Events.ENTRY);
    private static final String HASH = Hashes.sha256("x");

    @Test
    void readsASnapshot() {
        SignedEvent event = Events.published(1, 1, Hashes.NONE, Events.KEY);

        assertThat(sound(event))
                .isEqualTo(
                        new CatalogueEvent.Published(
                                EventHeader.of(event), snapshot(Events.content("Lys 1"))));
    }

    @Test
    void readsATombstone() {
        Tombstone tombstone =
                new Tombstone(ENTRY, Map.of("da", "Dublet", "en", "Duplicate"), Events.TIME);
        SignedEvent event = Events.event(EventType.WITHDRAWN, tombstone.snapshot().canonical());

        assertThat(sound(event))
                .isEqualTo(
                        new CatalogueEvent.Withdrawn(
                                EventHeader.of(event),
                                ENTRY,
                                tombstone.reason(),
                                tombstone.time()));
    }

    @Test
    void readsAnErasure() {
        Erasure erasure = new Erasure(new Position(1, 7), HASH);
        SignedEvent event = Events.event(EventType.PAYLOAD_ERASED, Bodies.write(erasure));

        assertThat(sound(event))
                .isEqualTo(new CatalogueEvent.PayloadErased(EventHeader.of(event), ENTRY, erasure));
    }

    @Test
    void readsAKeyChange() {
        KeyChange change =
                new KeyChange(
                        List.of(
                                new KeyChange.Added(
                                        Events.SECOND_KEY.publicKey(), new Position(1, 9))),
                        List.of(new KeyChange.Revoked(Events.KEY.kid(), new Position(1, 8))),
                        "a.b.c");
        SignedEvent event = Events.event(EventType.KEY_CHANGED, Bodies.write(change));

        assertThat(sound(event))
                .isEqualTo(new CatalogueEvent.KeyChanged(EventHeader.of(event), change));
    }

    @ParameterizedTest
    @EnumSource
    void readsAnEpochStart(EpochStart.Reason reason) {
        String resolution = reason == EpochStart.Reason.RESTORED ? null : HASH;
        EpochStart start = new EpochStart(1, 0, Hashes.NONE, reason, resolution);
        SignedEvent event = Events.event(EventType.EPOCH_STARTED, Bodies.write(start));

        assertThat(sound(event))
                .isEqualTo(new CatalogueEvent.EpochStarted(EventHeader.of(event), start));
    }

    @ParameterizedTest
    @EnumSource(value = EpochStart.Reason.class, names = "RESTORED", mode = EnumSource.Mode.EXCLUDE)
    void demandsTheCoordinatorsWordForOtherEpochs(EpochStart.Reason reason) {
        assertThatThrownBy(() -> new EpochStart(1, 1, HASH, reason, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void waitsForAPayload() {
        SignedEvent event = Events.published(1, 1, Hashes.NONE, Events.KEY).withoutPayload();

        assertThat(CatalogueEvent.decode(event))
                .isEqualTo(new Decoded.Pending(EventHeader.of(event)));
    }

    @ParameterizedTest
    @EnumSource(value = EventType.class, names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
    void quarantinesAShapelessPayload(EventType type) {
        for (String content : List.of("", "x", "{}", "[]", "{\"hash\":7}", "_:a <x:b> _:c .\n")) {
            SignedEvent event = Events.event(type, content.getBytes(StandardCharsets.UTF_8));

            assertThat(reason(event)).isEqualTo(QuarantineReason.SHAPE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<E> <http://purl.org/dc/terms/title> \"Lys\"@nb .\n",
                "<E> <http://www.w3.org/ns/prov#invalidatedAtTime> \"2026-11-23T20:15:30Z\"^^<http://www.w3.org/2001/XMLSchema#dateTime> .\n",
                "<E> <https://w3id.org/silofri/ns#withdrawalReason> \"x\"@en .\n"
            })
    void quarantinesATombstoneThatSaysTooLittleOrTooMuch(String content) {
        byte[] bytes = content.replace("E", Events.ENTRY).getBytes(StandardCharsets.UTF_8);

        assertThat(reason(Events.event(EventType.WITHDRAWN, bytes)))
                .isEqualTo(QuarantineReason.SHAPE);
    }

    @Test
    void quarantinesAnOversizedPayload() {
        SignedEvent event = Events.event(EventType.PUBLISHED, new byte[Limits.BYTES + 1]);

        assertThat(reason(event)).isEqualTo(QuarantineReason.SIZE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"published.v1|published.v2", "n-triples|n-quads"})
    void quarantinesOtherTypes(String change) {
        assertThat(reason(changed(change))).isEqualTo(QuarantineReason.TYPE);
    }

    @Test
    void quarantinesAFaultyEnvelope() {
        assertThat(reason(changed("20:15:30|25:15:30"))).isEqualTo(QuarantineReason.ENVELOPE);
    }

    private static SignedEvent changed(String change) {
        String[] parts = change.split("\\|", -1);
        SignedEvent event = Events.published(1, 1, Hashes.NONE, Events.KEY);
        String json =
                new String(CompactJws.parse(event.jws(), 16_384).content(), StandardCharsets.UTF_8);
        assertThat(json).contains(parts[0]);
        return SignedEvent.of(
                Events.signed(json.replace(parts[0], parts[1]), Events.KEY), event.payload());
    }

    private static Snapshot snapshot(byte[] canonical) {
        return ((CanonicalResult.Canonical) CanonicalNTriples.read(canonical, ENTRY)).snapshot();
    }

    private static CatalogueEvent sound(SignedEvent event) {
        return ((Decoded.Sound) CatalogueEvent.decode(event)).event();
    }

    private static QuarantineReason reason(SignedEvent event) {
        return ((Decoded.Faulty) CatalogueEvent.decode(event)).reason();
    }
}
