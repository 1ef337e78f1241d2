package org.silofri.node.importing;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.silofri.connectors.Message;
import org.silofri.connectors.tabular.ImportReport;
import org.silofri.connectors.tabular.RowOutcome.Outcome;
import org.silofri.connectors.tabular.sheet.CellProblem;
import org.silofri.ontology.Languages;

/** Tells in a text file what became of a file, in the city's language. */
final class FolderReport {

    private final String language;
    private final ResourceBundle words;

    /**
     * @param language tag; another than {@link Languages#ALL} gives English
     */
    FolderReport(String language) {
        String tag = Languages.normalise(language);
        this.language = Languages.ALL.contains(tag) ? tag : "en";
        this.words =
                ResourceBundle.getBundle(
                        "org.silofri.node.importing.report",
                        Locale.forLanguageTag(this.language),
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** For the operator, who reads English. */
    static String counts(ImportReport report) {
        return report.refused()
                .map(remark -> remark.reason().english())
                .orElseGet(() ->
                        "%d new, %d changed, %d unchanged, %d refused"
                                .formatted(
                                        report.count(Outcome.NEW),
                                        report.count(Outcome.CHANGED),
                                        report.count(Outcome.UNCHANGED),
                                        report.count(Outcome.REFUSED)));
    }

    String of(ImportReport report) {
        Stream<String> head =
                report.refused()
                        .map(remark ->
                                Stream.of(
                                        remark.reason().in(language), remark.remedy().in(language)))
                        .orElseGet(() ->
                                Stream.of(Outcome.values())
                                        .filter(outcome -> report.count(outcome) > 0)
                                        .map(outcome ->
                                                words.getString(outcome.name())
                                                        + ": "
                                                        + report.count(outcome)));
        return Stream.of(
                        Stream.of(report.file()),
                        head,
                        part("problems", report.problems()),
                        part("warnings", report.warnings()))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private Stream<String> part(String title, List<CellProblem> problems) {
        return problems.isEmpty()
                ? Stream.of()
                : Stream.concat(
                        Stream.of("", words.getString(title)), problems.stream().map(this::line));
    }

    private String line(CellProblem problem) {
        String column = problem.column().isEmpty() ? "" : ", " + problem.column();
        String value = problem.value().isEmpty() ? "" : " (%s)".formatted(problem.value());
        return "- %s, %s %d%s%s: %s %s"
                .formatted(
                        problem.sheet(),
                        words.getString("row"),
                        problem.row(),
                        column,
                        value,
                        sentence(problem.reason()),
                        sentence(problem.remedy()));
    }

    /** The connectors' texts end without a full stop, those of the shapes with one. */
    private String sentence(Message message) {
        String text = message.in(language);
        return text.endsWith(".") ? text : text + ".";
    }
}
