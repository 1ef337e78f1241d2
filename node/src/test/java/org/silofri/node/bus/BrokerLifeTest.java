package org.silofri.node.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.node.bus.access.BusReader;
import org.silofri.node.bus.broker.BrokerUnavailable;
import org.silofri.node.bus.broker.BusBroker;
import org.silofri.node.bus.broker.Hub;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Starts, stops and what expires meanwhile. */
@ExtendWith(OutputCaptureExtension.class)
class BrokerLifeTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir Path data;
    private BusNode hub;

    @BeforeEach
    void prepareAHub() {
        hub = BusNode.hub(data);
    }

    @AfterEach
    void stopsIt() {
        hub.close();
    }

    @Test
    void startsWithoutAWarningOfTheBroker(CapturedOutput output) {
        hub.start();
        hub.admit("oslo");

        assertThat(output).contains("broker started").doesNotContain("AMQ222");
    }

    /** F14, F20: it lies nowhere afterwards, and nobody is warned of what is meant. */
    @Test
    void whatHasExpiredIsGoneWithoutAWarning(CapturedOutput output) throws Exception {
        hub.start();
        hub.admit("oslo");
        send("silofri.all", 40);
        await().atMost(SOON).until(() -> hub.waiting("sub.oslo") == 40);

        await().atMost(SOON).until(() -> hub.waiting("sub.oslo") == 0);
        assertThat(hub.waiting("silofri.expired")).isZero();
        assertThat(hub.waiting("silofri.dead")).isZero();
        assertThat(output).doesNotContain("AMQ222").doesNotContain("AMQ224");
    }

    /** Durable ones that live for a second. */
    private void send(String address, int count) throws Exception {
        try (BusBroker.InProcess connection = hub.broker().connect();
                ClientProducer producer = connection.session().createProducer(address)) {
            for (int i = 0; i < count; i++) {
                ClientMessage message = connection.session().createMessage(true);
                message.setExpiration(System.currentTimeMillis() + 1_000);
                producer.send(message);
            }
            connection.session().commit();
        }
    }

    @Test
    void anInterruptDuringTheStartIsKeptAndLeavesNothingRunning() throws Exception {
        AtomicBoolean interrupted = new AtomicBoolean();
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();

        inAnInterruptedThread(() -> {
            thrown.set(catchThrowable(hub::start));
            interrupted.set(Thread.currentThread().isInterrupted());
        });

        assertThat(thrown.get()).isInstanceOf(BrokerUnavailable.class);
        assertThat(interrupted).isTrue();
        hub.start(); // the folder is free
        assertThat(hub.broker().started()).isTrue();
    }

    @Test
    void anInterruptedThreadStopsTheBrokerWhole() throws Exception {
        hub.start();
        AtomicBoolean interrupted = new AtomicBoolean();

        inAnInterruptedThread(() -> {
            hub.close();
            interrupted.set(Thread.currentThread().isInterrupted());
        });

        assertThat(interrupted).isTrue();
        hub.start(); // the folder is free
        assertThat(hub.broker().started()).isTrue();
    }

    @Test
    void anInterruptedAdmissionKeepsTheFlag() throws Exception {
        hub.start();
        AtomicBoolean interrupted = new AtomicBoolean();

        inAnInterruptedThread(() -> {
            Hub here = new Hub(hub.broker(), hub.accounts);
            // may succeed or fail, but not forget
            var _ = catchThrowable(() -> here.admit(new BusReader("bergen", Set.of())));
            interrupted.set(Thread.currentThread().isInterrupted());
        });

        assertThat(interrupted).isTrue();
    }

    private static void inAnInterruptedThread(Runnable work) throws InterruptedException {
        Thread thread =
                Thread.ofPlatform()
                        .start(() -> {
                            Thread.currentThread().interrupt();
                            work.run();
                        });
        thread.join(SOON);
        assertThat(thread.isAlive()).isFalse();
    }
}
