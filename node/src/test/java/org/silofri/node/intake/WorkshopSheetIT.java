package org.silofri.node.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.connectors.tabular.ImportOptions;
import org.silofri.connectors.tabular.ImportReport;
import org.silofri.connectors.tabular.ProgressListener;
import org.silofri.connectors.tabular.RowOutcome;
import org.silofri.connectors.tabular.RowOutcome.Outcome;
import org.silofri.connectors.tabular.TabularImport;
import org.silofri.connectors.tabular.sheet.CellProblem;
import org.silofri.node.TestNetwork;
import org.silofri.node.TestNode;

/** A sheet of 60 rows, as a workshop leaves it, into a real node with its real shapes and quota. */
class WorkshopSheetIT {

    private static final List<String> HEADER =
            List.of(
                    "art",
                    "nøgle",
                    "titel (da)",
                    "beskrivelse (da)",
                    "tema",
                    "start",
                    "målværdi",
                    "enhed",
                    "målår",
                    "relativ",
                    "basisår",
                    "kilde",
                    "licens");
    private static final String CC0 = "https://creativecommons.org/publicdomain/zero/1.0/";
    private static final int ROWS = 60;
    private static final int SOUND = 55;

    @TempDir private static Path folder;
    private static TestNetwork network;
    private static TestNode node;

    @BeforeAll
    static void aCityWithASmallQuota() {
        network =
                TestNetwork.start(
                        folder,
                        Map.of("silofri.intake.burst", 20, "silofri.intake.events-per-second", 10),
                        "copenhagen");
        node = network.node("copenhagen");
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    @Test
    void badCellsAreListedTheRestIsPublishedOnceAndAReimportMakesNoDuplicates() throws Exception {
        long before = changes();
        ImportReport dry = imported(rows("første"), true, new Watching());
        assertThat(dry.count(Outcome.NEW)).isEqualTo(SOUND);
        assertThat(changes()).isEqualTo(before);
        Watching watching = new Watching();

        ImportReport first = imported(rows("første"), false, watching);

        assertThat(first.count(Outcome.NEW)).isEqualTo(SOUND);
        assertThat(first.count(Outcome.REFUSED)).isEqualTo(ROWS - SOUND);
        assertThat(changes()).isEqualTo(before + SOUND);
        assertThat(first.problems())
                .map(problem -> problem.row() + " " + problem.column())
                .containsExactly("10 tema", "20 start", "30 licens", "40 basisår", "50 nøgle");
        assertThat(watching.progress).containsExactlyElementsOf(oneTo(ROWS));
        assertThat(watching.waits).as("pauses for the quota").isNotEmpty();

        ImportReport again = imported(rows("første"), false, new Watching());
        ImportReport changed = imported(rows("anden"), false, new Watching());

        assertThat(again.count(Outcome.UNCHANGED)).isEqualTo(SOUND);
        assertThat(changed.count(Outcome.CHANGED)).isEqualTo(1);
        assertThat(changed.count(Outcome.UNCHANGED)).isEqualTo(SOUND - 1);
        assertThat(changes()).isEqualTo(before + SOUND + 1);
    }

    @Test
    void aMissingLicenceOrBaseYearIsToldInTheUsersLanguageAndTheLogStays() throws Exception {
        long before = changes();
        List<List<String>> rows = rows("x");

        ImportReport report = imported(List.of(rows.get(28), rows.get(38)), false, new Watching());

        assertThat(report.problems())
                .map(WorkshopSheetIT::danish)
                .containsExactly(
                        "licens: Licensen mangler. – Vælg en licens, for eksempel CC0 eller CC BY 4.0.",
                        "basisår: Et relativt måltal har intet basisår. – Skriv det år, der"
                                + " sammenlignes med, eller registrér det som et mål i ord.");
        assertThat(report.problems())
                .allSatisfy(problem ->
                        assertThat(problem.remedy().in("fi"))
                                .isNotEqualTo(problem.remedy().in("en")));
        assertThat(changes()).isEqualTo(before);
    }

    private static String danish(CellProblem problem) {
        return "%s: %s – %s"
                .formatted(problem.column(), problem.reason().in("da"), problem.remedy().in("da"));
    }

    private static long changes() {
        return node.log().head(node.city()).map(head -> head.position().seq()).orElse(0L);
    }

    private static ImportReport imported(
            List<List<String>> rows, boolean dryRun, ProgressListener progress) throws IOException {
        ImportOptions options = ImportOptions.publish(node.city());
        return node.bean(TabularImport.class)
                .run(
                        "workshop.xlsx",
                        new ByteArrayInputStream(workbook(rows)),
                        dryRun ? options.asDryRun() : options,
                        progress);
    }

    /** Rows 2 to 61 of the sheet; every tenth has something wrong, but for the last. */
    private static List<List<String>> rows(String wording) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            int number = i + 2;
            String title = number == 2 ? "Idé, %s udkast".formatted(wording) : "Idé " + number;
            rows.add(
                    switch (number) {
                        case 10 -> problem(number, title, "trafik og sånt", "2024", CC0);
                        case 20 -> problem(number, title, "mobility", "sidste sommer", CC0);
                        case 30 -> problem(number, title, "mobility", "2024", "");
                        case 40 -> target(number, title);
                        case 50 -> problem(49, title, "mobility", "2024", CC0);
                        default -> problem(number, title, "Mobilitet", "31.3.2024", CC0);
                    });
        }
        return rows;
    }

    private static List<String> problem(
            int number, String title, String theme, String start, String licence) {
        return List.of(
                "Problem",
                "ide-" + number,
                title,
                "Nævnt på workshoppen.",
                theme,
                start,
                "",
                "",
                "",
                "",
                "",
                "Workshop",
                licence);
    }

    private static List<String> target(int number, String title) {
        return List.of(
                "Måltal",
                "ide-" + number,
                title,
                "Nævnt på workshoppen.",
                "energy",
                "2024",
                "-20",
                "%",
                "2030",
                "ja",
                "",
                "Workshop",
                CC0);
    }

    private static byte[] workbook(List<List<String>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Idéer");
            fill(sheet, 0, HEADER);
            for (int i = 0; i < rows.size(); i++) {
                fill(sheet, i + 1, rows.get(i));
            }
        }
        return out.toByteArray();
    }

    private static void fill(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                sheet.value(row, column, cells.get(column));
            }
        }
    }

    private static List<Integer> oneTo(int most) {
        return java.util.stream.IntStream.rangeClosed(1, most).boxed().toList();
    }

    private static final class Watching implements ProgressListener {
        private final List<Integer> progress = new ArrayList<>();
        private final List<Duration> waits = new ArrayList<>();

        @Override
        public void onRow(int done, int total, RowOutcome outcome) {
            progress.add(done);
        }

        @Override
        public void onWait(int done, int total, Duration wait) {
            waits.add(wait);
        }
    }
}
