package org.silofri.catalogue.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.event.Envelope;
import org.silofri.catalogue.event.EventType;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.log.Author;
import org.silofri.catalogue.log.EventDraft;
import org.silofri.catalogue.log.EventLog;
import org.silofri.catalogue.log.Judged;
import org.silofri.catalogue.log.Verdict;

class ProjectorTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir Path folder;
    private EventLog log;
    private final Author author = new Author("copenhagen");
    private final Recorder recorder = new Recorder();

    /** Remembers what it got; can be told to fail. */
    private static final class Recorder implements Projection {

        private final List<Long> seqs = Collections.synchronizedList(new ArrayList<>());
        private final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
        private volatile long checkpoint;
        private volatile boolean failing;

        @Override
        public String name() {
            return "recorder";
        }

        @Override
        public long checkpoint() {
            return checkpoint;
        }

        @Override
        public void apply(Batch batch) {
            if (failing) {
                throw new IllegalStateException("no room");
            }
            batch.changes().forEach(change -> seqs.add(change.event().position().seq()));
            sizes.add(batch.changes().size());
            checkpoint = batch.upTo();
        }

        @Override
        public void close() {}
    }

    @BeforeEach
    void open() {
        log = EventLog.open(folder.resolve("log.db"));
    }

    @AfterEach
    void close() {
        log.close();
    }

    private void append(String key) {
        log.append(author.city(), author.draft(key, "T"), author.signer());
    }

    private void storeChain(Author peer, int length) {
        log.storeAll(
                peer.chain(length).stream()
                        .map(event -> new Judged(event, new Verdict.Accepted()))
                        .toList());
    }

    @Test
    void catchesUpInBatchesOfAtMost500() throws InterruptedException {
        storeChain(author, 1_200);
        try (Projector projector = Projector.start(log, recorder, new Decoding())) {
            assertThat(projector.await(1_200, LONG)).isTrue();
        }

        assertThat(recorder.seqs)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 1_200).boxed().toList());
        assertThat(recorder.sizes).allMatch(size -> size <= 500);
    }

    @Test
    void projectsWhatIsPublishedWhileItRuns() throws InterruptedException {
        try (Projector projector = Projector.start(log, recorder, new Decoding())) {
            append("a");
            assertThat(projector.await(1, LONG)).isTrue();
            append("b");
            assertThat(projector.await(2, LONG)).isTrue();
            assertThat(projector.behind()).isZero();
        }
        assertThat(recorder.seqs).containsExactly(1L, 2L);
    }

    @Test
    void goesOnFromTheProjectionsOwnCheckpoint() throws InterruptedException {
        storeChain(author, 5);
        recorder.checkpoint = 3;
        try (Projector projector = Projector.start(log, recorder, new Decoding())) {
            assertThat(projector.await(5, LONG)).isTrue();
        }

        assertThat(recorder.seqs).containsExactly(4L, 5L);
    }

    @Test
    void tellsAFailureAndSkipsNothing() throws InterruptedException {
        recorder.failing = true;
        storeChain(author, 3);
        try (Projector projector = Projector.start(log, recorder, new Decoding())) {
            await().untilAsserted(() ->
                    assertThat(projector.failure())
                            .hasValueSatisfying(e -> assertThat(e).hasMessage("no room")));
            assertThat(projector.checkpoint()).isZero();

            recorder.failing = false;
            assertThat(projector.await(3, LONG)).isTrue();
            await().untilAsserted(() -> assertThat(projector.failure()).isEmpty());
        }
        assertThat(recorder.seqs).containsExactly(1L, 2L, 3L);
    }

    @Test
    void putsAnUnsoundEventIntoQuarantineAndGoesOn() throws InterruptedException {
        EventDraft unsound =
                new EventDraft(
                        EventType.PUBLISHED,
                        author.entry("a").value(),
                        Author.TIME,
                        Envelope.ONTOLOGY_1_0,
                        EventType.PUBLISHED.contentType(),
                        new byte[] {'x'});
        log.append(author.city(), unsound, author.signer());
        append("b");
        try (Projector projector = Projector.start(log, recorder, new Decoding())) {
            assertThat(projector.await(2, LONG)).isTrue();
        }

        assertThat(recorder.seqs).containsExactly(2L);
        assertThat(log.quarantine().judged(author.city(), Position.START, 10)).hasSize(1);
    }

    @Test
    void reachesTheEndThoughTheLastEventIsHeld() throws InterruptedException {
        log.store(author.chain(1).getFirst().withoutPayload(), new Verdict.Accepted());
        try (Projector projector = Projector.start(log, recorder, new Decoding())) {
            assertThat(projector.await(1, LONG)).isTrue();
        }

        assertThat(recorder.seqs).isEmpty();
        assertThat(recorder.checkpoint).isEqualTo(log.lastChange());
    }

    @Test
    void endsWithoutWaitingForMore() {
        Projector projector = Projector.start(log, recorder, new Decoding());

        projector.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("silofri-projector-recorder"));
    }
}
