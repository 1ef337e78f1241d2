package org.silofri.node.cli.command;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.silofri.node.cli.operator.ImportRun;
import org.silofri.node.cli.operator.NodeClient;
import org.silofri.node.cli.terminal.CommandFailed;
import org.silofri.node.cli.terminal.Console;
import org.silofri.node.cli.terminal.NodeOptions;
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
public final class ImportCommand implements Callable<Integer> {

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
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new CommandFailed("There is no file " + file, "name an XLSX or CSV file");
        }
        List<String> problems = new ArrayList<>();
        ImportRun.Totals totals = run(problems::add);
        // after the bar, which would write over them
        problems.forEach(console::line);
        console.line((dryRun ? "Would be: " : "") + totals);
        return totals.refused() == 0 ? 0 : 1;
    }

    private ImportRun.Totals run(Consumer<String> problems) {
        try (NodeClient client = NodeClient.of(node.settings().data());
                ProgressBar bar = bar()) {
            ImportRun run = new ImportRun(progress -> show(progress, bar), problems);
            client.stream(
                    ImportRun.path(file, city, dryRun), BodyPublishers.ofFile(file), run::line);
            return run.totals();
        } catch (FileNotFoundException e) {
            throw new CommandFailed("There is no file " + file, "name an XLSX or CSV file");
        }
    }

    private static void show(ImportRun.Progress progress, ProgressBar bar) {
        bar.maxHint(progress.of());
        bar.stepTo(progress.done());
        bar.setExtraMessage(progress.note());
    }

    private ProgressBar bar() {
        return new ProgressBarBuilder()
                .setTaskName(String.valueOf(file.getFileName()))
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .build();
    }
}
