package org.silofri.catalogue.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.catalogue.event.CloudEventForm.Binary;
import org.silofri.catalogue.event.CloudEventForm.Reading;
import org.silofri.catalogue.event.VerifyResult.Reason;

/** WIRE "On the bus". */
class CloudEventFormTest {

    private final SignedEvent event = Events.published(1, 1, Hashes.NONE, Events.KEY);
    private final Binary form = CloudEventForm.write(event, Events.BASE);

    @Test
    void writesTheAttributesOfTheWire() {
        assertThat(form.attributes())
                .containsOnlyKeys(
                        "specversion",
                        "source",
                        "id",
                        "type",
                        "subject",
                        "time",
                        "dataschema",
                        "datacontenttype",
                        "jws",
                        "salt")
                .containsEntry("id", "stavanger/1/1")
                .containsEntry("source", "https://stavanger.example")
                .containsEntry("jws", event.jws());
    }

    static LongStream seeds() {
        return LongStream.concat(
                LongStream.range(0, 20), LongStream.generate(new Random()::nextLong).limit(4));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void keepsAnyPayloadByteForByte(long seed) {
        Random random = new Random(seed);
        byte[] content = new byte[random.nextInt(5_000)];
        random.nextBytes(content);
        SignedEvent any = Events.event(EventType.PUBLISHED, content);

        Binary written = CloudEventForm.write(any, Events.BASE);

        assertThat(CloudEventForm.read(written.attributes(), written.body()))
                .isEqualTo(new Reading.Read(any));
    }

    @Test
    void keepsAnEventWithoutPayload() {
        Binary written = CloudEventForm.write(event.withoutPayload(), Events.BASE);

        assertThat(CloudEventForm.read(written.attributes(), written.body()))
                .isEqualTo(new Reading.Read(event.withoutPayload()));
    }

    @Test
    void tellsAnEmptyPayloadFromNone() {
        SignedEvent empty = Events.event(EventType.PUBLISHED, new byte[0]);
        Binary written = CloudEventForm.write(empty, Events.BASE);

        assertThat(CloudEventForm.read(written.attributes(), written.body()))
                .isEqualTo(new Reading.Read(empty));
    }

    @ParameterizedTest
    @CsvSource({
        "id,oslo/1/1",
        "id,stavanger/1/2",
        "type,org.silofri.entry.withdrawn.v1",
        "subject,https://stavanger.example/id/pilot/p2",
        "time,2026-11-23T20:15:30.127Z",
        "time,yesterday",
        "dataschema,https://w3id.org/silofri/ns/2.0",
        "datacontenttype,text/plain"
    })
    void refusesAttributesThatContradictTheEnvelope(String name, String value) {
        assertThat(reason(with(name, value))).isEqualTo(Reason.ATTRIBUTES_CONTRADICT);
    }

    @Test
    void refusesAnEventWithoutItsId() {
        Map<String, String> attributes = new HashMap<>(form.attributes());
        attributes.remove("id");

        assertThat(reason(attributes)).isEqualTo(Reason.ATTRIBUTES_CONTRADICT);
    }

    @ParameterizedTest
    @CsvSource({"jws,x", "specversion,0.3", "salt,AAAA", "salt,!"})
    void refusesWhatIsNoEvent(String name, String value) {
        assertThat(reason(with(name, value))).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void refusesABodyWithoutSalt() {
        Map<String, String> attributes = new HashMap<>(form.attributes());
        attributes.remove("salt");

        assertThat(reason(attributes)).isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23T20:15:30.126+00:00", "2026-11-23T21:15:30.12600+01:00"})
    void acceptsTheSameTimeInAnotherForm(String time) {
        assertThat(CloudEventForm.read(with("time", time), form.body()))
                .isEqualTo(new Reading.Read(event));
    }

    @Test
    void readsBothPrefixesAndLeavesOthersOut() {
        Map<String, Object> properties =
                Map.of("cloudEvents_id", "a", "cloudEvents:jws", "b", "JMSXGroup", 1, "id", "x");

        assertThat(CloudEventForm.unprefixed(properties)).isEqualTo(Map.of("id", "a", "jws", "b"));
    }

    private Map<String, String> with(String name, String value) {
        Map<String, String> attributes = new HashMap<>(form.attributes());
        attributes.put(name, value);
        return attributes;
    }

    private Reason reason(Map<String, String> attributes) {
        Reading reading = CloudEventForm.read(attributes, form.body());
        return ((Reading.Refused) reading).why().reason();
    }
}
