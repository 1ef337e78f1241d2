package org.silofri.node.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.node.identity.HubLogin;

class PoisonTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int MESSAGES = 40;

    @TempDir static Path data;
    private static BusNode hub;
    private static BusNode stavanger;
    private static HubLogin foreign;

    @BeforeAll
    static void startsANetwork() {
        hub = BusNode.hub(data).start();
        stavanger = BusNode.admitted("stavanger", data, hub).start();
        foreign = hub.accounts.issue("foreign");
        hub.admit("foreign");
    }

    @AfterAll
    static void stopsIt() {
        stavanger.close();
        hub.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void letsNoMessageOfAForeignClientStopTheReaders(long seed) throws IOException {
        RandomMessages messages = new RandomMessages(seed);
        int before = stavanger.received.size();
        try (AmqpClient client = client()) {
            for (int n = 0; n < MESSAGES; n++) {
                assertThat(client.send("silofri.events.foreign", messages.next()))
                        .as("seed %d, message %d", seed, n)
                        .contains(Accepted.getInstance());
            }
        }

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(stavanger.received.size() - before)
                                .as("seed %d", seed)
                                .isGreaterThanOrEqualTo(MESSAGES));
        hub.publish(1);
        await().atMost(SOON)
                .until(() -> stavanger.receivedFrom("coordinator").size() == hub.log.size());
        await().atMost(SOON).until(() -> hub.waiting("sub.coordinator") == 0);
        assertThat(hub.broker().consumers("sub.coordinator")).isEqualTo(1);
    }

    static LongStream seeds() {
        return LongStream.concat(
                LongStream.of(11, 12, 13), LongStream.generate(new Random()::nextLong).limit(2));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void carriesAnyPayloadByteForByte(long seed) {
        Random random = new Random(seed);
        int first = hub.log.size();
        for (int n = 0; n < 30; n++) {
            byte[] body = new byte[size(random)];
            random.nextBytes(body);
            hub.log.add(BusNode.event("coordinator", first + n + 1, body));
        }
        hub.publish(0);

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(stavanger.received).as("seed %d", seed).containsAll(hub.log));
    }

    @Test
    void carriesTextBytesAsTheyAre() {
        byte[] text = "\uFEFF\"ø\"@da .\r\n\u0000e\u0301".getBytes(StandardCharsets.UTF_8);
        hub.log.add(BusNode.event("coordinator", hub.log.size() + 1, text));
        hub.publish(0);

        await().atMost(SOON).until(() -> stavanger.received.contains(hub.log.getLast()));
    }

    /** Also empty, and the largest that an event may have (F17). */
    private static int size(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> 0;
            case 1 -> 256 * 1024;
            default -> random.nextInt(8_000);
        };
    }

    private static AmqpClient client() throws IOException {
        return new AmqpClient(hub.broker().port(), foreign.user(), foreign.password());
    }
}
