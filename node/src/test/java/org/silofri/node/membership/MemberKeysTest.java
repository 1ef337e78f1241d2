package org.silofri.node.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.ModelFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CanonicalNTriples;
import org.silofri.catalogue.entry.CanonicalResult;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Envelope;
import org.silofri.catalogue.event.EventSigner;
import org.silofri.catalogue.event.EventType;
import org.silofri.catalogue.event.EventVerifier;
import org.silofri.catalogue.event.Hashes;
import org.silofri.catalogue.event.KeyLookup;
import org.silofri.catalogue.event.Payload;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.PublicKey;
import org.silofri.catalogue.event.RunVerifier;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.event.SigningKey;
import org.silofri.catalogue.event.VerifyResult;
import org.silofri.ontology.SF;

/** WIRE "Signature and chain": each key must have been valid at the place it signs (ADR 0035). */
class MemberKeysTest {

    private static final CityId OSLO = new CityId("oslo");
    private static final BaseIri OSLO_BASE = new BaseIri("https://oslo.example");
    private static final BaseIri COORDINATOR = new BaseIri("https://network.example");
    private static final SigningKey OLD = key(1);
    private static final SigningKey NEW = key(2);

    static LongStream seeds() {
        return new Random(35).longs(200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ofAnyKeysExactlyTheLastThatBeganSignsAPlace(long seed) {
        Random random = new Random(seed);
        TreeMap<Position, SigningKey> keys = new TreeMap<>();
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            keys.put(i == 0 ? MemberKey.FIRST : place(random), key(i + 1));
        }
        Member member = reread(member(shuffled(keys, random)));

        for (int i = 0; i < 20; i++) {
            Position at = place(random);
            for (SigningKey signer : keys.values()) {
                boolean valid = keys.floorEntry(at).getValue().equals(signer);
                assertThat(verify(member, event(at, signer)))
                        .as("seed %d, %s at %s, keys from %s", seed, signer.kid(), at, keys)
                        .isInstanceOf(
                                valid
                                        ? VerifyResult.Authentic.class
                                        : VerifyResult.NotAuthentic.class);
            }
        }
    }

    @Test
    void aKeyReplacedWithAnEpochSignsNeitherLaterNorDoesTheNewOneSignEarlier() {
        Member member = replacedAt(new Position(2, 1));

        assertThat(verify(member, event(new Position(1, 500), OLD))).isInstanceOf(AUTHENTIC);
        assertThat(verify(member, event(new Position(2, 1), NEW))).isInstanceOf(AUTHENTIC);
        // the numbers alone would say otherwise
        assertThat(verify(member, event(new Position(1, 500), NEW))).isEqualTo(unknown("1/500"));
        assertThat(verify(member, event(new Position(2, 1), OLD))).isEqualTo(unknown("2/1"));
        assertThat(verify(member, event(new Position(3, 1), OLD))).isEqualTo(unknown("3/1"));
    }

    @Test
    void aKeyReplacedWithinAnEpochStaysReplacedInTheNext() {
        Member member = replacedAt(new Position(1, 40));

        assertThat(verify(member, event(new Position(1, 39), OLD))).isInstanceOf(AUTHENTIC);
        assertThat(verify(member, event(new Position(2, 1), OLD))).isEqualTo(unknown("2/1"));
        assertThat(verify(member, event(new Position(2, 1), NEW))).isInstanceOf(AUTHENTIC);
    }

    /** F2a: a run is split where the key changes, and each key must have been valid there. */
    @Test
    void aRunOverTheChangeIsAuthenticOnlyAsFarAsTheRightKeySigned() {
        SignedEvent first = event(new Position(1, 1), Hashes.NONE, OLD);
        SignedEvent second = event(new Position(1, 2), first.hash(), OLD);
        SignedEvent opening = event(new Position(2, 1), second.hash(), NEW);
        SignedEvent behind = event(new Position(2, 2), opening.hash(), OLD);
        Member member = replacedAt(new Position(2, 1));

        RunVerifier.RunResult result =
                new RunVerifier(lookup(member)).verify(List.of(first, second, opening, behind));

        assertThat(result.authentic()).containsExactly(first, second, opening);
        assertThat(result.refusal()).contains(unknown("2/2"));
    }

    @Test
    void ofTwoKeysFromOnePlaceAllNodesTakeTheSame() {
        MemberKey one = MemberKey.first(OLD.publicKey());
        MemberKey other = MemberKey.first(NEW.publicKey());

        assertThat(member(List.of(one, other))).isEqualTo(member(List.of(other, one)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0:1", "1:0", "", "1:1:1", "-1:1", "1.1"})
    void aKeyFromNoPlaceMakesAnEntryUnreadable(String place) {
        Graph graph = MemberRdf.write(replacedAt(new Position(2, 1)), COORDINATOR);
        var model = ModelFactory.createModelForGraph(graph);
        var second = model.getResource(MemberRdf.entry(COORDINATOR, OSLO) + "#key-2");
        second.removeAll(SF.validFrom).addProperty(SF.validFrom, place);

        assertThat(MemberRdf.read(MemberRdf.entry(COORDINATOR, OSLO), graph)).isEmpty();
    }

    @Test
    void noKeyBeginsWhereNoEventStands() {
        assertThatThrownBy(() -> new MemberKey(OLD.publicKey(), Position.START))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** What other implementations read; a difference is another version of the format. */
    @Test
    void writesTheMemberEntryAsEver() throws IOException {
        Member member = replacedAt(new Position(2, 1));

        assertThat(new String(canonical(member), StandardCharsets.UTF_8))
                .isEqualTo(resource("member.nt"));
    }

    private static final Class<VerifyResult.Authentic> AUTHENTIC = VerifyResult.Authentic.class;

    private static VerifyResult.NotAuthentic unknown(String place) {
        return new VerifyResult.NotAuthentic(VerifyResult.Reason.UNKNOWN_KEY, OSLO + "/" + place);
    }

    private static Member replacedAt(Position place) {
        return reread(
                member(
                        List.of(
                                MemberKey.first(OLD.publicKey()),
                                new MemberKey(NEW.publicKey(), place))));
    }

    private static List<MemberKey> shuffled(Map<Position, SigningKey> keys, Random random) {
        List<MemberKey> shuffled = new ArrayList<>();
        keys.forEach((from, key) -> shuffled.add(new MemberKey(key.publicKey(), from)));
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static Member member(List<MemberKey> keys) {
        return new Member(
                OSLO,
                OSLO_BASE,
                keys,
                Map.of("nb", "Oslo"),
                "NO",
                "nb",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "oslo",
                Member.State.ACTIVE,
                Optional.empty());
    }

    /** As another node learns of it: through the bytes of the entry. */
    private static Member reread(Member member) {
        Graph graph = CanonicalNTriples.parse(canonical(member));
        return MemberRdf.read(MemberRdf.entry(COORDINATOR, OSLO), graph).orElseThrow();
    }

    private static byte[] canonical(Member member) {
        CanonicalResult result =
                CanonicalNTriples.of(
                        MemberRdf.write(member, COORDINATOR),
                        MemberRdf.entry(COORDINATOR, member.city()));
        return ((CanonicalResult.Canonical) result).snapshot().canonical();
    }

    private static VerifyResult verify(Member member, SignedEvent event) {
        return new EventVerifier(lookup(member)).verify(event);
    }

    private static KeyLookup lookup(Member member) {
        return (CityId city, String kid, Position at) ->
                city.equals(member.city()) ? member.keyAt(kid, at) : Optional.<PublicKey>empty();
    }

    private static SignedEvent event(Position at, SigningKey signer) {
        return event(at, Hashes.NONE, signer);
    }

    private static SignedEvent event(Position at, String prev, SigningKey signer) {
        Payload payload = Payload.of("text".getBytes(StandardCharsets.UTF_8));
        Envelope envelope =
                new Envelope(
                        OSLO,
                        at.epoch(),
                        at.seq(),
                        prev,
                        EventType.PUBLISHED,
                        OSLO_BASE + "/id/problem/p1",
                        Instant.parse("2026-11-23T20:15:30.125Z"),
                        Envelope.ONTOLOGY_1_0,
                        EventType.PUBLISHED.contentType(),
                        payload.hash());
        return new EventSigner(signer).sign(envelope, payload);
    }

    private static Position place(Random random) {
        return new Position(1 + random.nextInt(4), 1 + random.nextInt(6));
    }

    private static SigningKey key(int number) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) number);
        return SigningKey.ofSeed(seed);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = MemberKeysTest.class.getResourceAsStream(name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
