package org.silofri.connectors.tabular;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.validation.IntakeResult;
import org.silofri.catalogue.validation.IntakeResult.NotAllowed;
import org.silofri.catalogue.validation.IntakeResult.Published;
import org.silofri.catalogue.validation.IntakeResult.Refused;
import org.silofri.catalogue.validation.IntakeResult.Throttled;
import org.silofri.catalogue.validation.IntakeResult.Unavailable;
import org.silofri.catalogue.validation.IntakeResult.Unchanged;
import org.silofri.catalogue.validation.Violation;
import org.silofri.connectors.Remark;
import org.silofri.connectors.tabular.ImportJob.Item;
import org.silofri.connectors.tabular.RowOutcome.Outcome;
import org.silofri.connectors.tabular.entry.RowId;
import org.silofri.connectors.tabular.sheet.CellProblem;
import org.silofri.connectors.tabular.sheet.Column;
import org.silofri.connectors.tabular.sheet.Problems;

/** Turns what intake answers into the outcome of a row, at the cell where there is one. */
final class Outcomes {

    private Outcomes() {}

    static RowOutcome of(IntakeResult result, Item item, List<CellProblem> warnings) {
        return switch (result) {
            case Published(EntryIri entry, var position, boolean created) ->
                    taken(created ? Outcome.NEW : Outcome.CHANGED, entry, item, warnings);
            case Unchanged(EntryIri entry) -> taken(Outcome.UNCHANGED, entry, item, warnings);
            case Refused(List<Violation> violations) -> refused(violations, item, warnings);
            case NotAllowed(String reason) ->
                    refused(
                            item,
                            List.of(atRow(item, Remark.of("row.not-allowed", reason))),
                            warnings);
            case Unavailable(String reason) ->
                    refused(
                            item,
                            List.of(atRow(item, Remark.of("row.unavailable", reason))),
                            warnings);
            case Throttled(var retryAfter) ->
                    throw new IllegalStateException("The paced route never answers Throttled");
        };
    }

    private static RowOutcome refused(
            List<Violation> violations, Item item, List<CellProblem> warnings) {
        Map<Boolean, List<CellProblem>> byWeight =
                violations.stream()
                        .collect(
                                Collectors.partitioningBy(
                                        Violation::blocks,
                                        Collectors.mapping(
                                                v -> problem(v, item), Collectors.toList())));
        List<CellProblem> doubts =
                Stream.concat(warnings.stream(), byWeight.getOrDefault(false, List.of()).stream())
                        .toList();
        return refused(item, byWeight.getOrDefault(true, List.of()), doubts);
    }

    static RowOutcome of(Outcome outcome, Item item) {
        return outcome(outcome, item, List.of(), List.of());
    }

    static RowOutcome refused(Item item, List<CellProblem> problems, List<CellProblem> warnings) {
        return outcome(Outcome.REFUSED, item, problems, warnings);
    }

    static RowOutcome failed(Item item, String reason) {
        return refused(item, List.of(atRow(item, Remark.of("row.failed", reason))), List.of());
    }

    private static RowOutcome taken(
            Outcome outcome, EntryIri entry, Item item, List<CellProblem> warnings) {
        return new RowOutcome(
                item.row().sheet(),
                item.row().number(),
                outcome,
                item.row().text(Column.TITLE),
                Optional.of(entry),
                List.of(),
                warnings);
    }

    private static RowOutcome outcome(
            Outcome outcome, Item item, List<CellProblem> problems, List<CellProblem> warnings) {
        return new RowOutcome(
                item.row().sheet(),
                item.row().number(),
                outcome,
                item.row().text(Column.TITLE),
                item.id().map(RowId::entry),
                problems,
                warnings);
    }

    /** The broken rule at its column; at the partners, measures, contact for their fragments. */
    private static CellProblem problem(Violation violation, Item item) {
        Problems problems = new Problems(item.row());
        Remark remark = Remark.ofTexts("row.shape", violation.messages(), violation.remedies());
        Optional<Column> column =
                fragmentColumn(violation.focus())
                        .or(() ->
                                Optional.ofNullable(violation.path()).flatMap(Column::ofProperty));
        column.ifPresentOrElse(c -> problems.at(c, remark), () -> problems.atRow(remark));
        return problems.list().getFirst();
    }

    private static Optional<Column> fragmentColumn(String focus) {
        int hash = focus.indexOf('#');
        if (hash < 0) {
            return Optional.empty();
        }
        return switch (focus.substring(hash + 1).replaceAll("-[0-9]+$", "")) {
            case "partner" -> Optional.of(Column.PARTNERS);
            case "measure" -> Optional.of(Column.MEASURES);
            case "contact" -> Optional.of(Column.CONTACT);
            case "location" -> Optional.of(Column.LATITUDE);
            default -> Optional.empty();
        };
    }

    private static CellProblem atRow(Item item, Remark remark) {
        Problems problems = new Problems(item.row());
        problems.atRow(remark);
        return problems.list().getFirst();
    }
}
