package org.silofri.node.cli.operator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.silofri.node.cli.terminal.CommandFailed;
import tools.jackson.databind.JsonNode;

/** Follows an import that a node reports line by line: progress, problems, totals. */
public final class ImportRun {

    private final Consumer<Progress> progress;
    private final Consumer<String> problems;
    private @Nullable Totals totals;

    public ImportRun(Consumer<Progress> progress, Consumer<String> problems) {
        this.progress = progress;
        this.problems = problems;
    }

    /**
     * How far it is.
     *
     * @param note what is waited for, empty if nothing is
     */
    public record Progress(long done, long of, String note) {}

    /** Rows by what became of them. */
    public record Totals(long created, long changed, long unchanged, long refused) {
        @Override
        public String toString() {
            return "%d new, %d changed, %d unchanged, %d refused"
                    .formatted(created, changed, unchanged, refused);
        }
    }

    /**
     * The operator's call for a file.
     *
     * @param city for rows that name none; empty for the node's own
     */
    public static String path(Path file, String city, boolean dryRun) {
        return "/operator/import?name=%s&city=%s&dryRun=%s"
                .formatted(encoded(String.valueOf(file.getFileName())), encoded(city), dryRun);
    }

    public void line(JsonNode line) {
        switch (line.path("type").asString()) {
            case "progress" ->
                    progress.accept(
                            new Progress(
                                    line.path("done").asLong(),
                                    line.path("of").asLong(),
                                    line.path("note").asString("")));
            case "problem" -> problems.accept(line.path("text").asString());
            case "totals" ->
                    totals =
                            new Totals(
                                    line.path("created").asLong(),
                                    line.path("changed").asLong(),
                                    line.path("unchanged").asLong(),
                                    line.path("refused").asLong());
            case "failed" ->
                    throw new CommandFailed(
                            line.path("text").asString(), line.path("remedy").asString());
            default -> problems.accept(line.toString());
        }
    }

    /**
     * What became of the rows.
     *
     * @throws CommandFailed if the node's answer ended before it told
     */
    public Totals totals() {
        if (totals == null) {
            throw new CommandFailed(
                    "The node broke off while it imported",
                    "look into its logs/, then import again; rows that are there already are"
                            + " recognised");
        }
        return totals;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
