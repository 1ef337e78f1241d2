package org.silofri.connectors.tabular;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.connectors.Remark;
import org.silofri.connectors.tabular.entry.MappedRow;
import org.silofri.connectors.tabular.entry.RowId;
import org.silofri.connectors.tabular.entry.RowIdentifier;
import org.silofri.connectors.tabular.entry.RowMapper;
import org.silofri.connectors.tabular.sheet.CellProblem;
import org.silofri.connectors.tabular.sheet.Column;
import org.silofri.connectors.tabular.sheet.DataRow;
import org.silofri.connectors.tabular.sheet.Problems;
import org.silofri.connectors.tabular.value.CityBases;
import org.silofri.connectors.tabular.value.References;

/** One import under way: its rows, what they refer to, and the outcomes so far. */
final class ImportJob {

    private final ImportOptions options;
    private final ProgressListener progress;
    private final List<Item> items;
    private final RowMapper mapper;
    private final List<RowOutcome> outcomes = new ArrayList<>();
    private Optional<RuntimeException> listenerFailure = Optional.empty();

    private ImportJob(
            ImportOptions options, ProgressListener progress, List<Item> items, RowMapper mapper) {
        this.options = options;
        this.progress = progress;
        this.items = items;
        this.mapper = mapper;
    }

    /**
     * A row before mapping.
     *
     * @param id empty when {@code problems} tells why there is none
     */
    record Item(DataRow row, Optional<RowId> id, List<CellProblem> problems) {}

    static ImportJob of(
            String file,
            List<DataRow> rows,
            CityBases bases,
            ImportOptions options,
            int cellCharacters,
            ProgressListener progress) {
        References references = new References(bases);
        RowIdentifier identifier = new RowIdentifier(bases, options.city(), options.only());
        Map<EntryIri, Integer> firstRow = new HashMap<>();
        List<Item> items = new ArrayList<>();
        for (DataRow row : rows) {
            Problems problems = new Problems(row);
            Optional<RowId> id = identifier.identify(row, problems);
            id.map(RowId::entry)
                    .map(entry -> firstRow.putIfAbsent(entry, row.number()))
                    .ifPresentOrElse(
                            first ->
                                    problems.at(
                                            Column.KEY, Remark.of("cell.key-twice", "" + first)),
                            () -> id.ifPresent(i -> references.add(i.city(), i.entry())));
            items.add(new Item(row, problems.isEmpty() ? id : Optional.empty(), problems.list()));
        }
        RowMapper mapper = new RowMapper(references, options.language(), file, cellCharacters);
        return new ImportJob(options, progress, items, mapper);
    }

    List<Item> items() {
        return items;
    }

    ImportOptions options() {
        return options;
    }

    MappedRow map(Item item) {
        return item.id()
                .map(id -> mapper.map(item.row(), id))
                .orElseGet(() -> new MappedRow.Faulty(item.problems()));
    }

    void record(RowOutcome outcome) {
        outcomes.add(outcome);
        tell(() -> progress.onRow(outcomes.size(), items.size(), outcome));
    }

    void waiting(Duration wait) {
        tell(() -> progress.onWait(outcomes.size(), items.size(), wait));
    }

    /** Why the listener failed, which ends the import: whoever asked for it is gone. */
    Optional<RuntimeException> listenerFailure() {
        return listenerFailure;
    }

    private void tell(Runnable news) {
        if (listenerFailure.isEmpty()) {
            try {
                news.run();
            } catch (RuntimeException e) {
                listenerFailure = Optional.of(e);
            }
        }
    }

    List<RowOutcome> outcomes() {
        return outcomes;
    }
}
