package org.silofri.node.cli;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports a spreadsheet into a running node. */
@Command(
        name = "import",
        description = {
            "Import a spreadsheet (XLSX or CSV) into a running node.",
            "Rows are known by their key: importing again changes what has changed, nothing twice."
        })
final class ImportCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Mixin private NodeOptions node = new NodeOptions();

    @Parameters(
            paramLabel = "FILE",
            description = "the workbook; docs/spreadsheet.md tells its columns")
    private Path file = Path.of("");

    @Option(names = "--city", description = "city of rows that name none; default: the node's own")
    private String city = "";

    @Option(names = "--dry-run", description = "check everything, publish nothing")
    private boolean dryRun;

    @Override
    public Integer call() {
        Console console = new Console(Objects.requireNonNull(spec).commandLine());
        ImportRun.Totals totals = run(console);
        console.line((dryRun ? "Would be: " : "") + totals);
        return totals.refused() == 0 ? 0 : 1;
    }

    private ImportRun.Totals run(Console console) {
        try (NodeClient client = NodeClient.of(node.settings().data());
                ProgressBar bar = bar()) {
            ImportRun run =
                    new ImportRun(
                            progress -> {
                                bar.maxHint(progress.of());
                                bar.stepTo(progress.done());
                                bar.setExtraMessage(progress.note());
                            },
                            console::line);
            client.stream(
                    ImportRun.path(file, city, dryRun), BodyPublishers.ofFile(file), run::line);
            return run.totals();
        } catch (FileNotFoundException e) {
            throw new CommandFailed("There is no file " + file, "name an XLSX or CSV file");
        }
    }

    private ProgressBar bar() {
        return new ProgressBarBuilder()
                .setTaskName(String.valueOf(file.getFileName()))
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .build();
    }
}
