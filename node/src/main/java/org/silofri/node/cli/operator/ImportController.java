package org.silofri.node.cli.operator;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.silofri.catalogue.entry.CityId;
import org.silofri.connectors.ckan.HarvestItem;
import org.silofri.connectors.ckan.HarvestReport;
import org.silofri.connectors.tabular.ImportOptions;
import org.silofri.connectors.tabular.ImportReport;
import org.silofri.connectors.tabular.ProgressListener;
import org.silofri.connectors.tabular.RowOutcome;
import org.silofri.connectors.tabular.TabularImport;
import org.silofri.connectors.tabular.sheet.CellProblem;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.intake.Harvests;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Imports a file for the operator and tells how it goes on, one JSON object a line: {@code
 * progress}, {@code problem}, {@code totals}, or {@code failed}.
 */
@RestController
@RequestMapping("/operator")
class ImportController {

    private static final String LINES = "application/x-ndjson";

    private final TabularImport imports;
    private final Harvests harvests;
    private final NodeIdentity identity;
    private final JsonMapper json;

    ImportController(
            TabularImport imports, Harvests harvests, NodeIdentity identity, JsonMapper json) {
        this.imports = imports;
        this.harvests = harvests;
        this.identity = identity;
        this.json = json;
    }

    @PostMapping("/import")
    void run(
            @RequestParam String name,
            @RequestParam(defaultValue = "") String city,
            @RequestParam(defaultValue = "false") boolean dryRun,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        CityId of = city.isBlank() ? identity.name() : new CityId(city);
        ImportOptions options = new ImportOptions(Optional.of(of), Optional.empty(), dryRun);
        response.setContentType(LINES);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        Lines lines = new Lines(response.getOutputStream());
        ImportReport report = imports.run(name, request.getInputStream(), options, lines);
        report.problems().forEach(lines::problem);
        report.warnings().forEach(lines::problem);
        report.refused()
                .ifPresentOrElse(
                        remark ->
                                lines.write(
                                        Map.of(
                                                "type", "failed",
                                                "text", remark.reason().english(),
                                                "remedy", remark.remedy().english())),
                        () -> lines.totals(report));
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ProblemDetail refused(IllegalArgumentException e) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(e.getMessage()));
    }

    /** Harvests the configured portals now and tells what became of each. */
    @PostMapping("/harvest")
    List<Harvested> harvest(
            @RequestParam(defaultValue = "false") boolean everything,
            @RequestParam(defaultValue = "false") boolean dryRun) {
        try {
            return harvests.run(everything, dryRun).stream().map(Harvested::of).toList();
        } catch (IllegalStateException e) {
            ProblemDetail busy =
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
            busy.setProperty("remedy", "look at it with \"silofri status\", then repeat");
            throw new ErrorResponseException(HttpStatus.CONFLICT, busy, e);
        }
    }

    /**
     * What became of a portal.
     *
     * @param problems packages that were refused, each with reason and remedy
     * @param brokenOff why it ended early, empty if it did not
     * @param remedy what helps then
     */
    record Harvested(
            String source,
            int pages,
            long created,
            long changed,
            long unchanged,
            long refused,
            List<String> problems,
            String brokenOff,
            String remedy) {

        static Harvested of(HarvestReport report) {
            return new Harvested(
                    report.source(),
                    report.pages(),
                    report.count(HarvestItem.Outcome.NEW),
                    report.count(HarvestItem.Outcome.CHANGED),
                    report.count(HarvestItem.Outcome.UNCHANGED),
                    report.count(HarvestItem.Outcome.REFUSED),
                    report.items().stream().flatMap(Harvested::problems).toList(),
                    report.brokenOff().map(why -> why.reason().english()).orElse(""),
                    report.brokenOff().map(why -> why.remedy().english()).orElse(""));
        }

        private static Stream<String> problems(HarvestItem item) {
            return item.remarks().stream()
                    .map(remark -> "package %s: %s".formatted(item.id(), remark));
        }
    }

    /** Writes each piece of news at once. */
    private final class Lines implements ProgressListener {

        private final OutputStream out;

        Lines(OutputStream out) {
            this.out = out;
        }

        @Override
        public void onRow(int done, int total, RowOutcome outcome) {
            progress(done, total, "");
        }

        @Override
        public void onWait(int done, int total, Duration wait) {
            progress(done, total, "quota used up, waiting %d s".formatted(wait.toSeconds() + 1));
        }

        private void progress(int done, int total, String note) {
            write(Map.of("type", "progress", "done", done, "of", total, "note", note));
        }

        void problem(CellProblem problem) {
            write(Map.of("type", "problem", "text", text(problem)));
        }

        void totals(ImportReport report) {
            write(
                    Map.of(
                            "type", "totals",
                            "created", report.count(RowOutcome.Outcome.NEW),
                            "changed", report.count(RowOutcome.Outcome.CHANGED),
                            "unchanged", report.count(RowOutcome.Outcome.UNCHANGED),
                            "refused",
                                    report.count(RowOutcome.Outcome.REFUSED)
                                            + report.count(RowOutcome.Outcome.NOT_TRIED)));
        }

        private void write(Map<String, Object> line) {
            try {
                out.write(json.writeValueAsBytes(line));
                out.write('\n');
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("the caller of the import is gone", e);
            }
        }
    }

    /** For example {@code sheet "pilots", row 7, column "theme" ("trafik"): …; remedy: …}. */
    private static String text(CellProblem problem) {
        String column =
                problem.column().isEmpty() ? "" : ", column \"%s\"".formatted(problem.column());
        String value = problem.value().isEmpty() ? "" : " (\"%s\")".formatted(problem.value());
        return "sheet \"%s\", row %d%s%s: %s – %s"
                .formatted(
                        problem.sheet(),
                        problem.row(),
                        column,
                        value,
                        problem.reason().english(),
                        problem.remedy().english());
    }
}
