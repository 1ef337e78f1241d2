package org.silofri.node.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.event.Position;
import org.silofri.node.Samples;
import org.springframework.util.unit.DataSize;

/** A request that is sent twice with one {@code Idempotency-Key} (ADR 0061). */
class RepeatsTest {

    private static final BaseIri BASE = IntakeNode.BASE;
    private static final EntryIri NAMED = BASE.entry(EntryKind.PROBLEM, "named");
    private static final Duration ALMOST_A_DAY = Duration.ofHours(24).minusMillis(1);

    @TempDir private Path folder;
    private @Nullable IntakeNode opened;

    @BeforeEach
    void open() {
        opened = IntakeNode.open(folder);
    }

    @AfterEach
    void close() {
        node().logs().close();
    }

    private IntakeNode node() {
        return Objects.requireNonNull(opened);
    }

    private EditResult create(String title, String key) {
        return node().intake().create(IntakeNode.CITY, Samples.problem(title), key);
    }

    private EditResult createNamed(String key) {
        Graph graph = Samples.problem(NAMED, BASE, "Et");
        return node().intake().create(IntakeNode.CITY, graph, key);
    }

    private static EntryIri entry(EditResult result) {
        return ((EditResult.Saved) result).entry();
    }

    private static EditResult repeated(EntryIri entry, long seq) {
        return new EditResult.Repeated(entry, new Position(1, seq), true, List.of());
    }

    @Test
    void aRetryIsAnsweredAsTheFirst() {
        EntryIri entry = entry(create("Et", "key-1"));

        node().pass(ALMOST_A_DAY);

        assertThat(create("Et", "key-1")).isEqualTo(repeated(entry, 1));
        assertThat(node().head()).isEqualTo(new Position(1, 1));
    }

    @Test
    void aRetryIsAnsweredAsTheFirstAfterARestart() {
        EntryIri entry = entry(create("Et", "key-1"));

        node().logs().close();
        open();

        assertThat(create("Et", "key-1")).isEqualTo(repeated(entry, 1));
    }

    @Test
    void aRetryAfterAChangeChangesNothing() {
        EntryIri entry = entry(create("Et", "key-1"));
        node().intake().replace(entry, Samples.problem("To"), "*");

        assertThat(create("Et", "key-1")).isEqualTo(repeated(entry, 1));
        assertThat(node().latest()).contains("\"To\"@da");
    }

    @Test
    void aRetryAfterAWithdrawalDoesNotReviveTheEntry() {
        EntryIri entry = entry(create("Et", "key-1"));
        node().intake().withdraw(entry, Map.of("da", "Forældet"), "*");

        assertThat(create("Et", "key-1")).isEqualTo(repeated(entry, 1));
        assertThat(node().head()).isEqualTo(new Position(1, 2));
    }

    @Test
    void aRetryForANamedEntryDoesNotReviveItEither() {
        createNamed("key-1");
        node().intake().withdraw(NAMED, Map.of("da", "Forældet"), "*");

        assertThat(createNamed("key-1")).isEqualTo(repeated(NAMED, 1));
        assertThat(createNamed("key-2")).isInstanceOf(EditResult.Saved.class);
    }

    @Test
    void aRequestThatFoundTheEntryUnchangedIsRememberedToo() {
        createNamed("key-1");
        assertThat(createNamed("key-2")).isInstanceOf(EditResult.Unchanged.class);
        node().intake().withdraw(NAMED, Map.of("da", "Forældet"), "*");

        assertThat(createNamed("key-2"))
                .isEqualTo(new EditResult.Repeated(NAMED, new Position(1, 1), false, List.of()));
        assertThat(node().head()).isEqualTo(new Position(1, 2));
    }

    @Test
    void otherContentUnderTheSameKeyIsRefused() {
        EntryIri entry = entry(create("Et", "key-1"));

        assertThat(create("To", "key-1")).isEqualTo(new EditResult.KeyReused(entry));
        assertThat(createNamed("key-1")).isEqualTo(new EditResult.KeyReused(entry));
        assertThat(node().head()).isEqualTo(new Position(1, 1));
    }

    @Test
    void theKeyIsFreeAfterADay() {
        EntryIri first = entry(create("Et", "key-1"));

        node().pass(Duration.ofHours(24));

        assertThat(entry(create("Et", "key-1"))).isNotEqualTo(first);
        assertThat(create("To", "key-1")).isInstanceOf(EditResult.KeyReused.class);
    }

    @Test
    void aRefusedRequestUsesNoKeyUp() {
        Graph nothing = Samples.problem("Et");
        nothing.clear();
        assertThat(node().intake().create(IntakeNode.CITY, nothing, "key-1"))
                .isInstanceOf(EditResult.Refused.class);

        assertThat(create("Et", "key-1")).isInstanceOf(EditResult.Saved.class);
    }

    @Test
    void aRetryIsAnsweredWhenTheQuotaIsUsedUp() {
        node().logs().close();
        opened = IntakeNode.open(folder, new IntakeSettings(1, 1, 10, DataSize.ofMegabytes(1)));
        EntryIri entry = entry(create("Et", "key-1"));

        assertThat(create("Et", "key-1")).isEqualTo(repeated(entry, 1));
        assertThat(create("To", "key-2")).isInstanceOf(EditResult.Throttled.class);
    }

    /** So that the room that keys take is bounded by the quota. */
    @Test
    void aKeyThatIsKeptCountsAgainstTheQuota() {
        node().logs().close();
        opened = IntakeNode.open(folder, new IntakeSettings(1, 2, 10, DataSize.ofMegabytes(1)));
        createNamed("key-1");

        assertThat(createNamed("key-2")).isInstanceOf(EditResult.Unchanged.class);
        assertThat(createNamed("key-3")).isInstanceOf(EditResult.Throttled.class);
    }

    @Test
    void ofManyEqualRequestsAtOnceOneMakesTheEntry() throws Exception {
        Callable<EditResult> request = () -> create("Et", "key-1");

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<EditResult> results =
                    threads.invokeAll(Stream.generate(() -> request).limit(16).toList()).stream()
                            .map(result -> result.resultNow())
                            .toList();
            assertThat(results).filteredOn(EditResult.Saved.class::isInstance).hasSize(1);
            assertThat(results).filteredOn(EditResult.Repeated.class::isInstance).hasSize(15);
        }
        assertThat(node().head()).isEqualTo(new Position(1, 1));
    }
}
