package org.silofri.catalogue.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;

/** Events of a made-up city. */
final class Events {

    static final CityId CITY = new CityId("stavanger");
    static final BaseIri BASE = new BaseIri("https://stavanger.example");
    static final String ENTRY = BASE + "/id/pilot/p1";
    static final Instant TIME = Instant.parse("2026-11-23T20:15:30.125Z");
    static final SigningKey KEY = key(1);
    static final SigningKey SECOND_KEY = key(2);
    static final KeyLookup KEYS = lookup(CITY, KEY, SECOND_KEY);

    private Events() {}

    static SigningKey key(int number) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) number);
        return SigningKey.ofSeed(seed);
    }

    static KeyLookup lookup(CityId city, SigningKey... keys) {
        Map<String, PublicKey> known = new java.util.HashMap<>();
        for (SigningKey key : keys) {
            known.put(key.kid(), key.publicKey());
        }
        return (asked, kid, at) ->
                asked.equals(city) ? Optional.ofNullable(known.get(kid)) : Optional.empty();
    }

    static byte[] content(String title) {
        return ("<" + ENTRY + "> <http://purl.org/dc/terms/title> \"" + title + "\"@nb .\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    static Payload payload(byte[] content) {
        byte[] salt = new byte[Payload.SALT_BYTES];
        Arrays.fill(salt, (byte) 7);
        return new Payload(salt, content);
    }

    static SignedEvent published(long epoch, long seq, String prev, SigningKey key) {
        return event(epoch, seq, prev, EventType.PUBLISHED, content("Lys " + seq), key);
    }

    static SignedEvent event(EventType type, byte[] content) {
        return event(1, 1, Hashes.NONE, type, content, KEY);
    }

    static SignedEvent event(
            long epoch, long seq, String prev, EventType type, byte[] content, SigningKey key) {
        Payload payload = payload(content);
        Envelope envelope =
                new Envelope(
                        CITY,
                        epoch,
                        seq,
                        prev,
                        type,
                        type.aboutEntry() ? ENTRY : BASE.value(),
                        TIME.plusMillis(seq),
                        Envelope.ONTOLOGY_1_0,
                        type.contentType(),
                        payload.hash());
        return new EventSigner(key).sign(envelope, payload);
    }

    /** An envelope of any JSON, signed. */
    static String signed(String json, SigningKey key) {
        return CompactJws.sign(json.getBytes(StandardCharsets.UTF_8), key);
    }

    /** A contiguous run from 1:1. */
    static List<SignedEvent> run(int size, SigningKey key) {
        List<SignedEvent> run = new ArrayList<>();
        String prev = Hashes.NONE;
        for (int seq = 1; seq <= size; seq++) {
            SignedEvent event = published(1, seq, prev, key);
            run.add(event);
            prev = event.hash();
        }
        return run;
    }
}
