package org.silofri.connectors.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.silofri.connectors.Remark;
import org.silofri.connectors.table.ReadOutcome;
import org.silofri.connectors.table.ReadOutcome.Tables;
import org.silofri.connectors.table.ReadOutcome.Unreadable;
import org.silofri.connectors.table.Table;
import org.silofri.connectors.table.TableFile;
import org.silofri.connectors.table.TableLimits;
import org.silofri.connectors.tabular.sheet.Sheets;
import org.silofri.connectors.tabular.value.CityBases;

/**
 * Imports spreadsheets. The context of the producer must run a {@link TabularRoute} and {@link
 * org.silofri.connectors.IntakeRoutes}. Safe for many threads; an import runs on its caller's
 * thread, and interrupting that leaves the rows not yet tried. A listener that throws ends the
 * import the same way, and its exception is thrown on.
 */
public final class TabularImport {

    private final ProducerTemplate producer;
    private final CityBases bases;
    private final TableLimits limits;

    /** An importer for these members. */
    public TabularImport(ProducerTemplate producer, CityBases bases, TableLimits limits) {
        this.producer = producer;
        this.bases = bases;
        this.limits = limits;
    }

    /** The same for files of another size. */
    public TabularImport within(TableLimits others) {
        return new TabularImport(producer, bases, others);
    }

    /**
     * Imports a file.
     *
     * @throws IOException if the file cannot be opened or read at all
     */
    public ImportReport run(Path file, ImportOptions options, ProgressListener progress)
            throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return run(String.valueOf(file.getFileName()), in, options, progress);
        }
    }

    /**
     * Imports a file from a stream, which stays open.
     *
     * @param name of the file, for messages
     * @throws IOException if the stream fails
     */
    public ImportReport run(
            String name, InputStream in, ImportOptions options, ProgressListener progress)
            throws IOException {
        ReadOutcome read = new TableFile(limits).read(name, in);
        return switch (read) {
            case Unreadable(Remark remark) -> ImportReport.refused(name, options.dryRun(), remark);
            case Tables(List<Table> tables) -> run(name, Sheets.of(tables), options, progress);
        };
    }

    private ImportReport run(
            String name, Sheets sheets, ImportOptions options, ProgressListener progress) {
        if (sheets.refusal().isPresent()) {
            return ImportReport.refused(name, options.dryRun(), sheets.refusal().get());
        }
        ImportJob job =
                ImportJob.of(
                        name, sheets.rows(), bases, options, limits.cellCharacters(), progress);
        producer.sendBody(TabularRoute.URI, job);
        job.listenerFailure()
                .ifPresent(failure -> {
                    throw failure;
                });
        return new ImportReport(
                name,
                options.dryRun(),
                Optional.empty(),
                new ArrayList<>(job.outcomes()),
                sheets.notes());
    }
}
