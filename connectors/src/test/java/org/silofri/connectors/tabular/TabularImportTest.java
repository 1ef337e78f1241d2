package org.silofri.connectors.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.silofri.connectors.tabular.RowOutcome.Outcome.CHANGED;
import static org.silofri.connectors.tabular.RowOutcome.Outcome.NEW;
import static org.silofri.connectors.tabular.RowOutcome.Outcome.NOT_TRIED;
import static org.silofri.connectors.tabular.RowOutcome.Outcome.REFUSED;
import static org.silofri.connectors.tabular.RowOutcome.Outcome.UNCHANGED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silofri.catalogue.validation.IntakeResult.NotAllowed;
import org.silofri.catalogue.validation.IntakeResult.Refused;
import org.silofri.catalogue.validation.IntakeResult.Throttled;
import org.silofri.catalogue.validation.Severity;
import org.silofri.catalogue.validation.Violation;
import org.silofri.connectors.RecordingIntake;
import org.silofri.connectors.table.TableLimits;
import org.silofri.connectors.tabular.sheet.CellProblem;
import org.silofri.ontology.SF;

class TabularImportTest {

    private static final String HEADER = "kind;key;title_da;theme;status";
    private static final String BIKES = "pilot;bikes;Ladcykler;mobility;running";
    private static final String BINS = "pilot;bins;Spande;waste-circular;completed";

    private ImportFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new ImportFixture();
    }

    @AfterEach
    void stop() throws Exception {
        fixture.close();
    }

    @Test
    void publishesEachRowAsAnEntryOfItsKey() {
        ImportReport report = fixture.csv(HEADER, BIKES, BINS);

        assertThat(report.count(NEW)).isEqualTo(2);
        assertThat(fixture.intake.entries().keySet())
                .map(Object::toString)
                .containsExactly(
                        "https://nordic.example/c/copenhagen/id/pilot/bikes",
                        "https://nordic.example/c/copenhagen/id/pilot/bins");
    }

    @Test
    void leavesUnchangedRowsAloneAndUpdatesChangedOnesOnReimport() {
        fixture.csv(HEADER, BIKES, BINS);

        ImportReport report = fixture.csv(HEADER, BIKES, BINS.replace("completed", "stopped"));

        assertThat(report.rows()).map(RowOutcome::outcome).containsExactly(UNCHANGED, CHANGED);
    }

    @Test
    void listsABadCellWithRowColumnReasonAndRemedyAndGoesOn() {
        ImportReport report = fixture.csv(HEADER, BIKES.replace("running", "soonish"), BINS);

        assertThat(report.rows()).map(RowOutcome::outcome).containsExactly(REFUSED, NEW);
        CellProblem problem = report.problems().getFirst();
        assertThat(problem.row()).isEqualTo(2);
        assertThat(problem.column()).isEqualTo("status");
        assertThat(problem.value()).isEqualTo("soonish");
        assertThat(problem.reason().english()).isEqualTo("\"soonish\" is not in the code list");
        assertThat(problem.remedy().in("da"))
                .isEqualTo("Vælg en af: planned, running, completed, stopped");
    }

    @Test
    void listsEveryBadCellOfARowAtOnce() {
        ImportReport report = fixture.csv(HEADER, "pilot;bikes;Ladcykler;flying;soonish");

        assertThat(report.problems()).map(CellProblem::column).containsExactly("theme", "status");
    }

    @Test
    void refusesASecondRowOfTheSameKey() {
        ImportReport report = fixture.csv(HEADER, BIKES, BIKES);

        assertThat(report.rows()).map(RowOutcome::outcome).containsExactly(NEW, REFUSED);
        assertThat(report.problems().getFirst().reason().english()).contains("Row 2");
    }

    @Test
    void publishesNothingInADryRun() {
        ImportOptions dry = ImportOptions.publish(ImportFixture.CITY).asDryRun();

        ImportReport report = fixture.csv(dry, ProgressListener.NONE, HEADER, BIKES);

        assertThat(report.dryRun()).isTrue();
        assertThat(report.count(NEW)).isEqualTo(1);
        assertThat(fixture.intake.submitted()).isEmpty();
        assertThat(fixture.dryRun.submitted()).hasSize(1);
    }

    @Test
    void waitsAsLongAsIntakeSaysWhenTheQuotaIsUsedUp() throws Exception {
        Throttled throttled = new Throttled(Duration.ofSeconds(7));
        List<Duration> shown = new ArrayList<>();

        ImportReport report = importWith(shown, throttled, throttled);

        assertThat(report.count(NEW)).isEqualTo(1);
        assertThat(shown).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
        assertThat(fixture.slept).isEqualTo(shown);
    }

    @Test
    void neverWaitsWithoutAnyPause() throws Exception {
        importWith(new ArrayList<>(), new Throttled(Duration.ZERO));

        assertThat(fixture.slept).containsExactly(Duration.ofMillis(100));
    }

    @Test
    void mapsABrokenShapeToTheColumnOfItsProperty() throws Exception {
        Violation violation = violation("bikes", SF.status.getURI());

        ImportReport report = importWith(new ArrayList<>(), new Refused(List.of(violation)));

        CellProblem problem = report.problems().getFirst();
        assertThat(problem.column()).isEqualTo("status");
        assertThat(problem.value()).isEqualTo("running");
        assertThat(problem.reason().english()).isEqualTo("It is wrong");
        assertThat(problem.remedy().in("da")).isEqualTo("Vælg.");
    }

    @Test
    void mapsABrokenShapeOfAPartToTheColumnThatThePartComesFrom() throws Exception {
        Violation violation = violation("bikes#measure-2", "https://schema.org/value");

        ImportReport report = importWith(new ArrayList<>(), new Refused(List.of(violation)));

        assertThat(report.problems()).map(CellProblem::column).containsExactly("measures");
    }

    @Test
    void reportsARowThatTheCityMayNotPublish() throws Exception {
        ImportReport report = importWith(new ArrayList<>(), new NotAllowed("not your city"));

        assertThat(report.count(REFUSED)).isEqualTo(1);
        assertThat(report.problems().getFirst().reason().english()).endsWith("not your city");
    }

    @Test
    void goesOnWhenIntakeFailsForARow() throws Exception {
        fixture.close();
        RecordingIntake then = new RecordingIntake();
        fixture =
                new ImportFixture(candidate -> {
                    if ("bikes".equals(candidate.key())) {
                        throw new IllegalStateException("disk is full");
                    }
                    return then.submit(candidate);
                });

        ImportReport report = fixture.csv(HEADER, BIKES, BINS);

        assertThat(report.rows()).map(RowOutcome::outcome).containsExactly(REFUSED, NEW);
        assertThat(report.problems().getFirst().reason().english()).contains("disk is full");
    }

    @Test
    void leavesTheRestUntriedWhenInterrupted() throws Exception {
        fixture.close();
        RecordingIntake then = new RecordingIntake();
        fixture =
                new ImportFixture(candidate -> {
                    Thread.currentThread().interrupt();
                    return then.submit(candidate);
                });

        ImportReport report = fixture.csv(HEADER, BIKES, BINS);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.rows()).map(RowOutcome::outcome).containsExactly(NEW, NOT_TRIED);
        assertThat(report.complete()).isFalse();
    }

    @Test
    void tellsProgressRowByRow() {
        List<String> told = new ArrayList<>();
        ProgressListener listener =
                new ProgressListener() {
                    @Override
                    public void onRow(int done, int total, RowOutcome outcome) {
                        told.add(done + "/" + total + " " + outcome.outcome());
                    }

                    @Override
                    public void onWait(int done, int total, Duration wait) {
                        told.add("wait");
                    }
                };

        fixture.csv(ImportOptions.publish(ImportFixture.CITY), listener, HEADER, BIKES, BINS);

        assertThat(told).containsExactly("1/2 NEW", "2/2 NEW");
    }

    @Test
    void endsWhenNobodyListensAnyMore() {
        ProgressListener gone =
                new ProgressListener() {
                    @Override
                    public void onRow(int done, int total, RowOutcome outcome) {
                        throw new IllegalStateException("caller is gone");
                    }

                    @Override
                    public void onWait(int done, int total, Duration wait) {}
                };
        ImportOptions options = ImportOptions.publish(ImportFixture.CITY);

        assertThatThrownBy(() -> fixture.csv(options, gone, HEADER, BIKES, BINS))
                .hasMessage("caller is gone");

        assertThat(fixture.intake.submitted()).hasSize(1);
    }

    @Test
    void refusesAFileWithoutKeyColumnWhole() {
        ImportReport report = fixture.csv("kind;title_da;theme", "pilot;Ladcykler;mobility");

        assertThat(report.refused().orElseThrow().reason().key()).isEqualTo("file.no-key-column");
        assertThat(report.complete()).isFalse();
    }

    @Test
    void saysWhichColumnsItLeavesOut() {
        ImportReport report = fixture.csv(HEADER + ";Mood", BIKES + ";good");

        assertThat(report.count(NEW)).isEqualTo(1);
        assertThat(report.warnings()).map(CellProblem::column).containsExactly("Mood");
    }

    @Test
    void needsACityFromTheRowOrTheImport() {
        ImportOptions none = new ImportOptions(Optional.empty(), Optional.empty(), false);

        ImportReport report =
                fixture.csv(
                        none,
                        ProgressListener.NONE,
                        HEADER + ";city",
                        BIKES + ";aarhus",
                        BINS + ";",
                        BINS + ";atlantis");

        assertThat(report.rows()).map(RowOutcome::outcome).containsExactly(NEW, REFUSED, REFUSED);
        assertThat(report.problems())
                .map(problem -> problem.reason().key())
                .containsExactly("cell.city-missing", "cell.city-unknown");
    }

    private static Violation violation(String key, String path) {
        return new Violation(
                "https://nordic.example/c/copenhagen/id/pilot/" + key,
                path,
                Severity.VIOLATION,
                "https://w3id.org/silofri/ns/1.0/shapes#rule",
                Map.of("en", "It is wrong", "da", "Forkert"),
                Map.of("en", "Choose one.", "da", "Vælg."),
                null);
    }

    private ImportReport importWith(
            List<Duration> shown, org.silofri.catalogue.validation.IntakeResult... answers)
            throws Exception {
        fixture.close();
        fixture =
                new ImportFixture(
                        Optional.of(ImportFixture.answering(new RecordingIntake(), answers)),
                        TableLimits.DEFAULT);
        ProgressListener listener =
                new ProgressListener() {
                    @Override
                    public void onRow(int done, int total, RowOutcome outcome) {}

                    @Override
                    public void onWait(int done, int total, Duration wait) {
                        shown.add(wait);
                    }
                };
        return fixture.csv(ImportOptions.publish(ImportFixture.CITY), listener, HEADER, BIKES);
    }
}
