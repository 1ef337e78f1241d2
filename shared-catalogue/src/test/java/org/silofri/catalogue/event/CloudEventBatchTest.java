package org.silofri.catalogue.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.catalogue.event.CloudEventForm.Reading;

/** WIRE "On HTTP". */
class CloudEventBatchTest {

    static LongStream seeds() {
        return LongStream.concat(
                LongStream.range(0, 10), LongStream.generate(new Random()::nextLong).limit(2));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void keepsAnyEventsByteForByte(long seed) {
        Random random = new Random(seed);
        List<SignedEvent> events = new ArrayList<>();
        for (int seq = 1; seq <= 1 + random.nextInt(5); seq++) {
            byte[] content = new byte[random.nextInt(2_000)];
            random.nextBytes(content);
            EventType type = random.nextBoolean() ? EventType.PUBLISHED : EventType.KEY_CHANGED;
            SignedEvent event = Events.event(1, seq, Hashes.NONE, type, content, Events.KEY);
            events.add(random.nextInt(4) == 0 ? event.withoutPayload() : event);
        }

        List<Reading> read = CloudEventBatch.read(CloudEventBatch.write(events, Events.BASE));

        assertThat(read).isEqualTo(events.stream().<Reading>map(Reading.Read::new).toList());
    }

    @Test
    void writesWhatAnyCloudEventsReaderReads() throws IOException {
        SignedEvent event = Events.published(1, 1, Hashes.NONE, Events.KEY);

        JsonNode json =
                new ObjectMapper().readTree(CloudEventBatch.write(List.of(event), Events.BASE));

        byte[] one = json.get(0).toString().getBytes(StandardCharsets.UTF_8);
        assertThat(new JsonFormat().deserialize(one).getExtension("jws")).isEqualTo(event.jws());
        assertThat(json.get(0).has("data_base64")).isTrue();
    }

    @Test
    void keepsAnEventOfALaterVersionOrWithFaults() {
        String json =
                new String(
                                CompactJws.parse(
                                                Events.published(1, 1, Hashes.NONE, Events.KEY)
                                                        .jws(),
                                                16_384)
                                        .content(),
                                StandardCharsets.UTF_8)
                        .replace("published.v1", "published.v2")
                        .replace("https://w3id.org/silofri/ns/1.0", "no uri at all")
                        .replace("\"time\":\"", "\"time\":\"x");
        SignedEvent event = SignedEvent.of(Events.signed(json, Events.KEY), null);

        assertThat(CloudEventBatch.read(CloudEventBatch.write(List.of(event), Events.BASE)))
                .isEqualTo(List.of(new Reading.Read(event)));
    }

    /** F15: refused at a door, one such event would stop its city for ever. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("singleFaults")
    void keepsAnEventOfWhichOneMemberIsFaulty(String member, String value) throws IOException {
        ObjectMapper json = new ObjectMapper();
        SignedEvent sound = Events.published(1, 1, Hashes.NONE, Events.KEY);
        ObjectNode envelope =
                (ObjectNode) json.readTree(CompactJws.parse(sound.jws(), 16_384).content());
        if (value.isEmpty()) {
            envelope.remove(member);
        } else {
            envelope.put(member, "@");
        }
        String text = envelope.toString().replace("\"@\"", value);
        SignedEvent event = SignedEvent.of(Events.signed(text, Events.KEY), sound.payload());
        CloudEventForm.Binary form = CloudEventForm.write(event, Events.BASE);

        assertThat(CloudEventBatch.read(CloudEventBatch.write(List.of(event), Events.BASE)))
                .isEqualTo(List.of(new Reading.Read(event)));
        assertThat(CloudEventForm.read(form.attributes(), form.body()))
                .isEqualTo(new Reading.Read(event));
        if (!member.equals("dataschema")) { // any text there is an ontology version not known here
            assertThat(CatalogueEvent.decode(event)).isInstanceOf(Decoded.Faulty.class);
        }
    }

    /** Missing, of another JSON type, empty, half a surrogate pair, and characters of no use. */
    static Stream<Arguments> singleFaults() {
        List<String> members =
                List.of("type", "subject", "time", "dataschema", "datacontenttype", "payloadHash");
        List<String> values = List.of("", "7", "null", "\"\"", "\"\\ud800\"", "\"\\u0000 \\n<ø>\"");
        return members.stream()
                .flatMap(member -> values.stream().map(value -> Arguments.of(member, value)));
    }

    @Test
    void refusesOneElementByItself() {
        SignedEvent event = Events.published(1, 1, Hashes.NONE, Events.KEY);
        String batch = text(List.of(event, event));
        String forged = batch.replaceFirst("stavanger/1/1", "stavanger/1/9");

        List<Reading> read = CloudEventBatch.read(forged.getBytes(StandardCharsets.UTF_8));

        assertThat(read.getFirst()).isInstanceOf(Reading.Refused.class);
        assertThat(read.getLast()).isEqualTo(new Reading.Read(event));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[",
                "[1]",
                "[{}]",
                "[] []",
                "[{\"specversion\":\"1.0\"}]",
                "null",
                "[{\"specversion\":\"1.0\",\"id\":\"a\",\"id\":\"a\"}]",
                "[[[[[[[[]]]]]]]]"
            })
    void refusesWhatIsNoBatch(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> CloudEventBatch.read(bytes)).isInstanceOf(Malformed.class);
    }

    @Test
    void refusesMoreEventsThanAPageHas() {
        SignedEvent event = Events.published(1, 1, Hashes.NONE, Events.KEY).withoutPayload();
        byte[] batch =
                CloudEventBatch.write(
                        java.util.Collections.nCopies(CloudEventBatch.MOST_EVENTS + 1, event),
                        Events.BASE);

        assertThatThrownBy(() -> CloudEventBatch.read(batch)).isInstanceOf(Malformed.class);
    }

    @Test
    void refusesMoreBytesThanThePageLimit() {
        byte[] batch = new byte[CloudEventBatch.MOST_BYTES + 1];

        assertThatThrownBy(() -> CloudEventBatch.read(batch)).isInstanceOf(Malformed.class);
    }

    private static String text(List<SignedEvent> events) {
        return new String(CloudEventBatch.write(events, Events.BASE), StandardCharsets.UTF_8);
    }
}
