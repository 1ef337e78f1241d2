package org.silofri.catalogue.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.RdfInput;
import org.silofri.catalogue.entry.RdfSyntax;
import org.silofri.catalogue.entry.WildGraph;

/** Whatever bytes arrive, every reader answers; none throws but {@link Malformed}. */
class AnyBytesTest {

    private static final int ROUNDS = 40;
    private static final List<String> PIECES =
            List.of("<", ">", "\"", "\\", "\n", "[", "{", "_:", "^^", "@", "\u0000", ".", ",", "9");

    static LongStream seeds() {
        return LongStream.concat(
                LongStream.range(0, 6), LongStream.generate(new Random()::nextLong).limit(2));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void decodesOrQuarantinesDamagedPayloads(long seed) {
        Random random = new Random(seed);
        List<SignedEvent> events = Vectors.events();
        for (int round = 0; round < ROUNDS; round++) {
            for (SignedEvent event : events) {
                byte[] content = java.util.Objects.requireNonNull(event.payload()).content();
                SignedEvent damaged =
                        Events.event(event.envelope().type(), damaged(content, random));

                assertThat(CatalogueEvent.decode(damaged)).isNotNull();
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void verifiesOrRefusesDamagedEventsAndBatches(long seed) {
        Random random = new Random(seed);
        byte[] batch = Vectors.batchFile();
        String jws = Vectors.events().getFirst().jws();
        EventVerifier verifier = new EventVerifier(Events.KEYS);
        for (int round = 0; round < ROUNDS; round++) {
            String damaged = new String(damaged(utf8(jws), random), StandardCharsets.UTF_8);
            byte[] page = damaged(batch, random);

            assertThat(verifier.verify(damaged)).isNotNull();
            assertThatCode(() -> readBatch(page)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void readsOrRefusesDamagedRdf(long seed) {
        Random random = new Random(seed);
        String json =
                "{\"@context\":{\"t\":{\"@id\":\"x:t\",\"@type\":\"@id\"}},\"@id\":\"\",\"t\":[\"a\",{\"@value\":1}]}";
        String turtle = "@prefix x: <x:> . <> x:a [ x:b ( 1 \"a\"@en '''b''' ) ] ; x:c 1e3 .";
        String wild = wild(seed);
        for (int round = 0; round < ROUNDS; round++) {
            for (RdfSyntax syntax : RdfSyntax.values()) {
                String text =
                        switch (syntax) {
                            case TURTLE -> turtle;
                            case JSON_LD -> json;
                            case N_TRIPLES -> wild;
                        };

                assertThat(RdfInput.read(damaged(utf8(text), random), syntax, "urn:silofri:new"))
                        .isNotNull();
            }
        }
    }

    private static String wild(long seed) {
        StringBuilder lines = new StringBuilder();
        WildGraph.of(new EntryIri(Events.ENTRY), seed)
                .find()
                .forEachRemaining(triple -> lines.append(triple).append(" .\n"));
        return lines.toString();
    }

    /** Only a whole page may be refused by an exception, and only by this one. */
    private static void readBatch(byte[] page) {
        try {
            CloudEventBatch.read(page);
        } catch (Malformed expected) {
            assertThat(expected).hasMessageStartingWith("Batch");
        }
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> flipped(bytes, at, random.nextInt(8));
            case 2 -> spliced(bytes, at, PIECES.get(random.nextInt(PIECES.size())), 0);
            default -> spliced(bytes, at, PIECES.get(random.nextInt(PIECES.size())), 1);
        };
    }

    private static byte[] flipped(byte[] bytes, int at, int bit) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << bit);
        return flipped;
    }

    private static byte[] spliced(byte[] bytes, int at, String piece, int dropped) {
        byte[] middle = utf8(piece);
        byte[] spliced = Arrays.copyOf(bytes, bytes.length + middle.length - dropped);
        System.arraycopy(middle, 0, spliced, at, middle.length);
        System.arraycopy(
                bytes, at + dropped, spliced, at + middle.length, bytes.length - at - dropped);
        return spliced;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
