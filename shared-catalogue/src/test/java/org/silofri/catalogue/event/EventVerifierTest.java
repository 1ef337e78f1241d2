package org.silofri.catalogue.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.VerifyResult.NotAuthentic;
import org.silofri.catalogue.event.VerifyResult.Reason;

/** F1, F15, F16: what is authentic and what is not. */
class EventVerifierTest {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SignedEvent event = Events.published(1, 1, Hashes.NONE, Events.KEY);
    private final EventVerifier verifier = new EventVerifier(Events.KEYS);

    @Test
    void acceptsWhatTheAuthorSigned() {
        assertThat(verifier.verify(event)).isEqualTo(new VerifyResult.Authentic(event));
    }

    @Test
    void acceptsAnEventWhosePayloadIsErased() {
        assertThat(verifier.verify(event.jws()))
                .isEqualTo(new VerifyResult.Authentic(event.withoutPayload()));
    }

    @Test
    void refusesAnotherPayloadThanTheSignedOne() {
        Payload other = Events.payload(Events.content("Mørke"));

        assertThat(reason(event.jws(), other)).isEqualTo(Reason.PAYLOAD_MISMATCH);
    }

    @Test
    void refusesAnotherSaltThanTheSignedOne() {
        Payload other = Payload.of(Events.content("Lys 1"));

        assertThat(reason(event.jws(), other)).isEqualTo(Reason.PAYLOAD_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"city\":\"stavanger\"|\"city\":\"oslo\"",
                "\"epoch\":1|\"epoch\":2",
                "\"seq\":1|\"seq\":2",
                "\"prev\":\"0|\"prev\":\"1",
                "published.v1|withdrawn.v1",
                "/id/pilot/p1|/id/pilot/p2",
                "20:15:30|20:15:31",
                "ns/1.0|ns/1.1",
                "n-triples|n-quads",
                "\"payloadHash\":\"|\"payloadHash\":\"0"
            })
    void refusesAChangeOfAnyMember(String change) {
        String[] parts = change.split("\\|", -1);
        String[] jws = event.jws().split("\\.", -1);
        String json = new String(Base64.getUrlDecoder().decode(jws[1]), StandardCharsets.UTF_8);
        assertThat(json).contains(parts[0]);

        String forged = jws[0] + "." + base64(json.replace(parts[0], parts[1])) + "." + jws[2];

        assertThat(reason(forged, null)).isIn(Reason.BAD_SIGNATURE, Reason.UNKNOWN_KEY);
    }

    @Test
    void refusesFlippedBitsOfTheSignature() {
        byte[] signature = CompactJws.parse(event.jws(), 16_384).signature();
        for (int bit = 0; bit < signature.length * 8; bit += 7) {
            byte[] flipped = signature.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));

            assertThat(reason(withSignature(flipped), null)).isEqualTo(Reason.BAD_SIGNATURE);
        }
    }

    @Test
    void refusesAnotherSpellingOfTheSameSignature() {
        String jws = event.jws();
        char last = jws.charAt(jws.length() - 1);
        String other = jws.substring(0, jws.length() - 1) + (char) (last + 1);

        assertThat(Base64.getUrlDecoder().decode(signature(other)))
                .isEqualTo(Base64.getUrlDecoder().decode(signature(jws)));
        assertThat(reason(other, null)).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void refusesASignatureShiftedByTheGroupOrder() {
        BigInteger order =
                BigInteger.TWO
                        .pow(252)
                        .add(new BigInteger("27742317777372353535851937790883648493"));
        byte[] signature = CompactJws.parse(event.jws(), 16_384).signature();
        BigInteger shifted = little(Arrays.copyOfRange(signature, 32, 64)).add(order);
        System.arraycopy(little(shifted), 0, signature, 32, 32);

        assertThat(reason(withSignature(signature), null)).isEqualTo(Reason.BAD_SIGNATURE);
    }

    @Test
    void refusesTheKeyOfAnother() {
        SignedEvent foreign = Events.published(1, 1, Hashes.NONE, Events.key(9));

        assertThat(reason(foreign.jws(), null)).isEqualTo(Reason.UNKNOWN_KEY);
    }

    @Test
    void refusesAnEventOfACityThatTheKeyIsNotOf() {
        EventVerifier others = new EventVerifier(Events.lookup(new CityId("oslo"), Events.KEY));

        assertThat(others.verify(event)).isInstanceOf(NotAuthentic.class);
    }

    @Test
    void asksForAKeyThatIsValidAtThePlace() {
        EventVerifier fromTwo =
                new EventVerifier((city, kid, at) ->
                        at.seq() < 2 ? Optional.empty() : Events.KEYS.key(city, kid, at));

        assertThat(fromTwo.verify(event)).isInstanceOf(NotAuthentic.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"EdDSA\",\"kid\":\"KID\"}",
                "{\"alg\":\"none\",\"kid\":\"KID\"}",
                "{\"alg\":\"HS256\",\"kid\":\"KID\"}",
                "{\"alg\":\"ed25519\",\"kid\":\"KID\"}",
                "{\"kid\":\"KID\"}",
                "{\"alg\":\"Ed25519\"}",
                "{\"alg\":\"Ed25519\",\"kid\":7}",
                "{\"alg\":\"Ed25519\",\"kid\":\"KID\",\"crit\":[\"b64\"],\"b64\":false}",
                "{\"alg\":\"Ed25519\",\"kid\":\"KID\",\"crit\":[]}",
                "{\"alg\":\"none\",\"alg\":\"Ed25519\",\"kid\":\"KID\"}",
                "{\"alg\":\"Ed25519\",\"kid\":\"KID\"}{}",
                "[\"Ed25519\"]"
            })
    void refusesOtherHeadersEvenWhenSigned(String header) {
        assertThat(reason(signedWith(header, json()), null)).isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"jwk\":{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AAAA\"}",
                "\"jwk\":\"nonsense\"",
                "\"jku\":\"http://127.0.0.1:1/keys\",\"x5u\":\"http://127.0.0.1:1/x\"",
                "\"typ\":\"JOSE\",\"zip\":\"DEF\""
            })
    void ignoresWhatElseTheHeaderSays(String extra) {
        String header = "{\"alg\":\"Ed25519\",\"kid\":\"KID\"," + extra + "}";

        assertThat(verifier.verify(signedWith(header, json())))
                .isInstanceOf(VerifyResult.Authentic.class);
    }

    @Test
    void believesNoKeyThatTheHeaderBrings() {
        SigningKey own = Events.key(9);
        String header =
                "{\"alg\":\"Ed25519\",\"kid\":\"KID\",\"jwk\":{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\""
                        + own.publicKey().encoded()
                        + "\"}}";

        assertThat(reason(signedWith(header, json(), own), null)).isEqualTo(Reason.BAD_SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "",
                "null",
                "{\"city\":\"stavanger\"}",
                "\"city\":\"stavanger\"|\"city\":\"STAVANGER\"",
                "\"epoch\":1|\"epoch\":0",
                "\"epoch\":1|\"epoch\":1.0",
                "\"epoch\":1|\"epoch\":\"1\"",
                "\"seq\":1|\"seq\":-1",
                "\"seq\":1|\"seq\":9007199254740992",
                "\"seq\":1|\"seq\":1,\"seq\":1",
                "\"prev\":\"0|\"prev\":\"A",
                "}|} x"
            })
    void refusesWhatHasNoPlaceInALog(String change) {
        String[] parts = change.split("\\|", -1);
        String json = parts.length == 1 ? change : json().replace(parts[0], parts[1]);

        assertThat(reason(Events.signed(json, Events.KEY), null)).isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20:15:30.126Z|20:15:30Z", "20:15:30.126Z|20:15:30.126+00:00",
                "2026-11-23|2026-02-30", "\"subject\":|\"subjekt\":",
                "\"dataschema\":\"|\"dataschema\":7,\"x\":\"",
                        "\"payloadHash\":\"|\"payloadHash\":\"X"
            })
    void countsAnEnvelopeWithOtherFaultsAndListsThem(String change) {
        String[] parts = change.split("\\|", -1);
        assertThat(json()).contains(parts[0]);
        String jws = Events.signed(json().replace(parts[0], parts[1]), Events.KEY);

        assertThat(verifier.verify(jws)).isInstanceOf(VerifyResult.Authentic.class);
        assertThat(SignedEvent.of(jws, null).faults()).isNotEmpty();
    }

    @Test
    void allowsMembersThatLaterVersionsMayAdd() {
        String jws = Events.signed(json().replace("}", ",\"extra\":{\"a\":[1]}}"), Events.KEY);

        assertThat(verifier.verify(jws)).isInstanceOf(VerifyResult.Authentic.class);
        assertThat(SignedEvent.of(jws, null).faults()).isEmpty();
    }

    @Test
    void refusesAnOversizedJws() {
        String padded = json().replace("}", ",\"x\":\"" + "y".repeat(16_384) + "\"}");

        assertThat(reason(Events.signed(padded, Events.KEY), null)).isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b", "a.b.c.d", "=.=.=", "é.é.é", "{}.{}.{}"})
    void refusesWhatIsNoJws(String text) {
        assertThat(reason(text, null)).isEqualTo(Reason.MALFORMED);
    }

    private String json() {
        return new String(CompactJws.parse(event.jws(), 16_384).content(), StandardCharsets.UTF_8);
    }

    private static String signedWith(String header, String json) {
        return signedWith(header, json, Events.KEY);
    }

    private static String signedWith(String header, String json, SigningKey key) {
        String input = base64(header.replace("KID", Events.KEY.kid())) + "." + base64(json);
        byte[] signature = key.sign(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + BASE64.encodeToString(signature);
    }

    private String withSignature(byte[] signature) {
        String jws = event.jws();
        return jws.substring(0, jws.lastIndexOf('.') + 1) + BASE64.encodeToString(signature);
    }

    private static String signature(String jws) {
        return jws.substring(jws.lastIndexOf('.') + 1);
    }

    private static String base64(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private Reason reason(String jws, @org.jspecify.annotations.Nullable Payload payload) {
        return ((NotAuthentic) verifier.verify(jws, payload)).reason();
    }

    private static BigInteger little(byte[] bytes) {
        byte[] big = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            big[i] = bytes[bytes.length - 1 - i];
        }
        return new BigInteger(1, big);
    }

    private static byte[] little(BigInteger number) {
        byte[] big = number.toByteArray();
        byte[] little = new byte[32];
        for (int i = 0; i < Math.min(32, big.length); i++) {
            little[i] = big[big.length - 1 - i];
        }
        return little;
    }
}
