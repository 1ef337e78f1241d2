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
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.validation.Candidate;
import org.silofri.catalogue.validation.IntakeResult;
import org.silofri.node.Samples;
import org.springframework.util.unit.DataSize;

class IntakeServiceTest {

    private static final CityId CITY = IntakeNode.CITY;
    private static final BaseIri BASE = IntakeNode.BASE;
    private static final EntryIri FIRST = BASE.entry(EntryKind.PROBLEM, "first");

    @TempDir private Path folder;
    private @Nullable IntakeNode opened;

    @BeforeEach
    void open() {
        opened =
                IntakeNode.open(
                        folder, new IntakeSettings(50, 500, 10_000, DataSize.ofMegabytes(100)));
    }

    @AfterEach
    void close() {
        node().logs().close();
    }

    @Test
    void aNewEntryGetsAnIriAndItsPublisher() {
        EditResult result = node().intake().create(CITY, Samples.problem("Et"), null);

        assertThat(result).isInstanceOf(EditResult.Saved.class);
        EntryIri entry = ((EditResult.Saved) result).entry();
        assertThat(entry.value()).matches("http://localhost:8080/id/problem/[0-9a-z]{26}");
        assertThat(node().latest()).contains("<" + DCTerms.publisher.getURI() + "> <" + BASE + ">");
    }

    @Test
    void anUnchangedEntryMakesNoEvent() {
        submit("first", "Et");

        assertThat(submit("first", "Et")).isEqualTo(new IntakeResult.Unchanged(FIRST));
        assertThat(node().head()).isEqualTo(new Position(1, 1));
    }

    @Test
    void rowsWithoutAKeyAreFoundAgainByTheirContent() {
        submit(null, "Et");

        assertThat(submit(null, "Et")).isInstanceOf(IntakeResult.Unchanged.class);
        assertThat(submit(null, "To")).isInstanceOf(IntakeResult.Published.class);
    }

    @Test
    void aDryRunWritesNothing() {
        IntakeResult result = node().intake().dryRun().submit(candidate("first", "Et"));

        assertThat(result).isEqualTo(new IntakeResult.Published(FIRST, Position.START, true));
        assertThat(node().logs().log().head(CITY)).isEmpty();
    }

    @Test
    void whoHasNotSeenTheLatestVersionIsToldSo() {
        submit("first", "Et");
        submit("first", "To");

        EditResult stale = node().intake().replace(FIRST, Samples.problem("Tre"), "\"1.1\"");
        EditResult fresh = node().intake().replace(FIRST, Samples.problem("Tre"), "\"1.2\"");

        assertThat(stale).isEqualTo(new EditResult.Stale(FIRST, new Position(1, 2)));
        assertThat(fresh)
                .isEqualTo(new EditResult.Saved(FIRST, new Position(1, 3), false, List.of()));
    }

    @Test
    void ofManyWritersOfOneVersionOneSucceeds() throws Exception {
        submit("first", "Et");
        List<Callable<EditResult>> writers =
                IntStream.range(0, 8)
                        .<Callable<EditResult>>mapToObj(i ->
                                () ->
                                        node().intake()
                                                .replace(
                                                        FIRST,
                                                        Samples.problem("Udgave " + i),
                                                        "\"1.1\""))
                        .toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            long saved =
                    threads.invokeAll(writers).stream()
                            .filter(r -> r.resultNow() instanceof EditResult.Saved)
                            .count();
            assertThat(saved).isEqualTo(1);
        }
    }

    @Test
    void aWithdrawnEntryIsMissingUntilItIsRevived() {
        submit("first", "Et");

        EditResult gone = node().intake().withdraw(FIRST, Map.of("da", "Forældet"), "*");

        assertThat(gone).isInstanceOf(EditResult.Saved.class);
        assertThat(node().intake().replace(FIRST, Samples.problem("To"), "*"))
                .isEqualTo(new EditResult.Missing(FIRST));
        assertThat(submit("first", "Et"))
                .isEqualTo(new IntakeResult.Published(FIRST, new Position(1, 3), true));
    }

    /** F14: the reason is kept for ever. */
    @Test
    void theReasonOfAWithdrawalTellsOfNobody() {
        submit("first", "Et");

        EditResult refused =
                node().intake()
                        .withdraw(FIRST, Map.of("da", "Spørg kari.nordmann@example.com"), "*");

        assertThat(refused)
                .isInstanceOfSatisfying(
                        EditResult.Refused.class,
                        why ->
                                assertThat(why.violations().getFirst().remedies())
                                        .containsKey("da"));
        assertThat(node().intake().withdraw(FIRST, Map.of("da", "Forældet"), "*"))
                .isInstanceOf(EditResult.Saved.class);
    }

    @Test
    void aWithdrawalNeedsAReason() {
        submit("first", "Et");

        assertThat(node().intake().withdraw(FIRST, Map.of(), "*"))
                .isInstanceOf(EditResult.Refused.class);
    }

    @Test
    void anotherBaseIsNotAllowed() {
        BaseIri other = new BaseIri("http://localhost:8081");
        Graph graph = Samples.problem(other.entry(EntryKind.PROBLEM, "x"), other);

        assertThat(node().intake().create(CITY, graph, null))
                .isInstanceOf(EditResult.NotAllowed.class);
    }

    @Test
    void anotherPublisherIsRefused() {
        Graph graph = Samples.problem(FIRST, new BaseIri("http://localhost:8081"));

        assertThat(node().intake().create(CITY, graph, null))
                .isInstanceOf(EditResult.Refused.class);
    }

    @Test
    void aMemberIsNotMadeByIntake() {
        Candidate member =
                new Candidate(CITY, EntryKind.MEMBER, "oslo", Samples.problem("x"), "test");

        assertThat(node().intake().submit(member)).isInstanceOf(IntakeResult.NotAllowed.class);
    }

    @Test
    void aCityOfAnotherNodeIsNotAllowed() {
        assertThat(node().intake().create(new CityId("oslo"), Samples.problem("x"), null))
                .isInstanceOf(EditResult.NotAllowed.class);
    }

    @Test
    void whatTheShapesRefuseIsNotWritten() {
        Graph graph = Samples.problem("Et");
        graph.remove(
                NodeFactory.createURI(Candidate.NEW),
                DCTerms.license.asNode(),
                org.apache.jena.graph.Node.ANY);

        assertThat(node().intake().create(CITY, graph, null))
                .isInstanceOf(EditResult.Refused.class);
        assertThat(node().logs().log().head(CITY)).isEmpty();
    }

    @Test
    void aUsedUpQuotaTellsHowLongToWait() {
        node().logs().close();
        opened = IntakeNode.open(folder, new IntakeSettings(2, 1, 10, DataSize.ofMegabytes(1)));
        submit("first", "Et");

        assertThat(submit("first", "To"))
                .isEqualTo(new IntakeResult.Throttled(Duration.ofMillis(500)));
    }

    private IntakeNode node() {
        return Objects.requireNonNull(opened);
    }

    private IntakeResult submit(@Nullable String key, String title) {
        return node().intake().submit(candidate(key, title));
    }

    private static Candidate candidate(@Nullable String key, String title) {
        return new Candidate(CITY, EntryKind.PROBLEM, key, Samples.problem(title), "test");
    }
}
