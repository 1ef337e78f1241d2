package org.silofri.catalogue.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.VerifyResult.NotAuthentic;
import org.silofri.catalogue.event.VerifyResult.Reason;

class EventVerifierTest {

    private static final CityId CITY = new CityId("stavanger");
    private static final String ENTRY = "https://stavanger.example/id/pilot/p1";

    private final SigningKey key = SigningKey.generate();
    private final EventSigner signer = new EventSigner(key);
    private final EventVerifier verifier =
            new EventVerifier((city, kid, at) ->
                    city.equals(CITY) && kid.equals(key.kid())
                            ? Optional.of(key.publicKey())
                            : Optional.empty());

    @Test
    void acceptsWhatTheAuthorSigned() {
        SignedEvent event = event(CITY, signer);

        assertThat(verifier.verify(event)).isEqualTo(new VerifyResult.Authentic(event));
    }

    @Test
    void refusesAnotherPayloadThanTheSignedOne() {
        SignedEvent event = event(CITY, signer);

        VerifyResult result = verifier.verify(event.jws(), Payload.of(new byte[] {1}));

        assertThat(reason(result)).isEqualTo(Reason.PAYLOAD_MISMATCH);
    }

    @Test
    void refusesTheKeyOfAnother() {
        SignedEvent foreign = event(CITY, new EventSigner(SigningKey.generate()));

        assertThat(reason(verifier.verify(foreign))).isEqualTo(Reason.UNKNOWN_KEY);
    }

    @Test
    void refusesAnEventOfACityThatTheKeyIsNotOf() {
        SignedEvent foreign = event(new CityId("oslo"), signer);

        assertThat(reason(verifier.verify(foreign))).isEqualTo(Reason.UNKNOWN_KEY);
    }

    static SignedEvent event(CityId city, EventSigner signer) {
        Payload payload =
                Payload.of(
                        ("<" + ENTRY + "> <http://purl.org/dc/terms/title> \"Lys\"@nb .\n")
                                .getBytes(StandardCharsets.UTF_8));
        Envelope envelope =
                new Envelope(
                        city,
                        1,
                        1,
                        Hashes.NONE,
                        EventType.PUBLISHED,
                        ENTRY,
                        Instant.parse("2026-11-23T20:15:30.125Z"),
                        Envelope.ONTOLOGY_1_0,
                        EventType.PUBLISHED.contentType(),
                        payload.hash());
        return signer.sign(envelope, payload);
    }

    static Reason reason(VerifyResult result) {
        return ((NotAuthentic) result).reason();
    }
}
