package org.silofri.node.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.node.bus.message.BusNames;

class DeliveryTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir Path data;
    private BusNode hub;
    private BusNode copenhagen;
    private BusNode stavanger;

    @BeforeEach
    void startsANetwork() {
        hub = BusNode.hub(data).start();
        copenhagen = BusNode.admitted("copenhagen", data, hub).start();
        stavanger = BusNode.admitted("stavanger", data, hub).start();
    }

    @AfterEach
    void stopsIt() {
        copenhagen.close();
        stavanger.close();
        hub.close();
    }

    @Test
    void bringsACitysEventsToEveryOtherNodeInOrder() {
        copenhagen.publish(300);

        awaitComplete(stavanger, "copenhagen", 300);
        awaitComplete(hub, "copenhagen", 300);
        assertThat(stavanger.received.getFirst()).isEqualTo(copenhagen.log.getFirst());
    }

    @Test
    void bringsTheCoordinatorsEventsToTheCities() {
        hub.publish(3);

        awaitComplete(copenhagen, "coordinator", 3);
        awaitComplete(stavanger, "coordinator", 3);
    }

    @Test
    void reachesEveryoneFromAMemberThatIsAdmittedLaterWithoutAChangeAtTheOthers() {
        try (BusNode helsinki = BusNode.admitted("helsinki", data, hub).start()) {
            helsinki.publish(2);
            copenhagen.publish(2);

            awaitComplete(stavanger, "helsinki", 2);
            awaitComplete(helsinki, "copenhagen", 2);
        }
    }

    @Test
    void drainsTheBacklogAfterTheHubWasAway() {
        hub.close();
        copenhagen.publish(250);
        await().during(Duration.ofSeconds(5))
                .atMost(SOON)
                .until(() -> copenhagen.waiting("out.copenhagen") == 250);

        hub.start();
        hub.admit("copenhagen");
        hub.admit("stavanger");

        awaitComplete(stavanger, "copenhagen", 250);
    }

    @Test
    void comesUpByItselfWhenTheHubsBusDataWereDeleted() throws IOException {
        copenhagen.publish(1);
        awaitComplete(stavanger, "copenhagen", 1);
        hub.close();
        hub.deleteBusData();
        hub.start();
        hub.admit("copenhagen");
        hub.admit("stavanger");

        copenhagen.publish(4);

        awaitComplete(stavanger, "copenhagen", 5);
    }

    @Test
    void comesUpByItselfWhenACitysBusDataWereDeleted() throws IOException {
        stavanger.close();
        stavanger.deleteBusData();
        stavanger.start();

        copenhagen.publish(3);
        stavanger.publish(3);

        awaitComplete(stavanger, "copenhagen", 3);
        awaitComplete(copenhagen, "stavanger", 3);
    }

    @Test
    void deliversAgainWhatWasNotStored() {
        AtomicInteger calls = new AtomicInteger();
        stavanger.handleWith(message -> {
            if (calls.incrementAndGet() == 3) {
                throw new IllegalStateException("the disk is full");
            }
            stavanger.received.add(message);
        });

        copenhagen.publish(10);

        awaitComplete(stavanger, "copenhagen", 10);
    }

    @Test
    void bringsAgainWhatWasStoredButNotAcknowledged() {
        AtomicInteger calls = new AtomicInteger();
        stavanger.handleTogether(messages -> {
            stavanger.received.addAll(messages);
            if (calls.incrementAndGet() <= 2) {
                throw new IllegalStateException("the power fails");
            }
        });

        copenhagen.publish(10);

        awaitComplete(stavanger, "copenhagen", 10);
        assertThat(stavanger.received.size()).isGreaterThan(10);
    }

    @Test
    void handsOverTogetherWhatHasPiledUp() {
        CountDownLatch busy = new CountDownLatch(1);
        List<Integer> sizes = new CopyOnWriteArrayList<>();
        stavanger.handleTogether(messages -> {
            awaitZero(busy);
            sizes.add(messages.size());
            stavanger.received.addAll(messages);
        });
        copenhagen.publish(1_200);
        await().atMost(SOON).until(() -> stavanger.waiting(BusNames.INBOX) == 1_200);

        busy.countDown();

        awaitComplete(stavanger, "copenhagen", 1_200);
        assertThat(sizes).hasSizeLessThan(30).allMatch(size -> size <= 500);
    }

    @Test
    void keepsNoSingleMessageWaitingForOthers() {
        copenhagen.publish(1);
        awaitComplete(stavanger, "copenhagen", 1);
        List<Long> millis = new ArrayList<>();
        for (int n = 2; n <= 40; n++) {
            int expected = n;
            long from = System.nanoTime();
            copenhagen.publish(1);
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .atMost(SOON)
                    .until(() -> stavanger.received.size() == expected);
            millis.add((System.nanoTime() - from) / 1_000_000);
        }

        millis.sort(null);
        System.out.printf(
                "one message at a time: p50 %d ms, p95 %d ms%n", millis.get(20), millis.get(37));
        assertThat(millis.get(20)).as("half of them, in ms").isLessThan(100);
    }

    @Test
    void putsAMessageAsideThatFailsAgainAndAgain() {
        stavanger.handleWith(message -> {
            if (message.attributes().containsValue("copenhagen/1/2")) {
                throw new IllegalStateException("cannot be handled");
            }
            stavanger.received.add(message);
        });

        copenhagen.publish(3);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(stavanger.receivedFrom("copenhagen"))
                                .containsExactly("copenhagen/1/1", "copenhagen/1/3"));
        await().until(() -> stavanger.waiting(BusNames.DEAD) == 1);
    }

    @Test
    void tellsWhetherTheHubIsThere() {
        await().atMost(SOON).until(() -> copenhagen.broker().linked());

        hub.close();

        await().atMost(SOON).until(() -> !copenhagen.broker().linked());
    }

    private static void awaitZero(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitComplete(BusNode reader, String city, int events) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(reader.receivedFrom(city)).isEqualTo(BusNode.ids(city, events)));
    }
}
