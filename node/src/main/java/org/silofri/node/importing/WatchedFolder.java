package org.silofri.node.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.silofri.catalogue.entry.CityId;
import org.silofri.connectors.tabular.ImportOptions;
import org.silofri.connectors.tabular.ImportReport;
import org.silofri.connectors.tabular.ProgressListener;
import org.silofri.connectors.tabular.RowOutcome;
import org.silofri.connectors.tabular.TabularImport;

/**
 * A folder whose workbooks are imported once: a file that has come to rest is moved into {@code
 * working}, imported, and moved on into {@code done} or {@code failed}, with a report beside it.
 * One thread.
 */
final class WatchedFolder {

    /** Most files that are taken at one look. */
    private static final int MOST_FILES = 20;

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final CityId city;
    private final Path folder;
    private final TabularImport tabular;
    private final Supplier<String> language;
    private Map<Path, State> before = new HashMap<>();
    private boolean begun;

    /** By what a file is known to be still written. */
    private record State(long size, Instant changed) {}

    /**
     * @param language of the reports
     */
    WatchedFolder(CityId city, Path folder, TabularImport tabular, Supplier<String> language) {
        this.city = city;
        this.folder = folder;
        this.tabular = tabular;
        this.language = language;
    }

    CityId city() {
        return city;
    }

    Path place() {
        return folder;
    }

    /**
     * Takes the files again, before the first look, whose import a stop of the node has broken off.
     */
    private void takeBack() throws IOException {
        for (Path file : files(part("working"))) {
            Path again = folder.resolve(file.getFileName());
            Files.move(
                    file,
                    Files.exists(again)
                            ? folder.resolve("again-%s-%s".formatted(stamp(), file.getFileName()))
                            : again);
        }
    }

    /** Imports what has come to rest since the last look; one sentence for each file. */
    List<String> look() {
        List<String> told = new ArrayList<>();
        Map<Path, State> now = new HashMap<>();
        try {
            if (!begun) {
                takeBack();
                begun = true;
            }
            for (Path file : files(folder)) {
                State state = state(file);
                if (state.equals(before.get(file)) && told.size() < MOST_FILES) {
                    told.add(take(file));
                } else {
                    now.put(file, state);
                }
                if (Thread.currentThread().isInterrupted()) {
                    break;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        before = now;
        return told;
    }

    /** Neither links nor what programs hide: lock files and half copies. */
    private static List<Path> files(Path where) throws IOException {
        try (Stream<Path> all = Files.list(where)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> isWorkbook(String.valueOf(file.getFileName())))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isWorkbook(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !name.startsWith(".")
                && !name.startsWith("~")
                && (lower.endsWith(".xlsx") || lower.endsWith(".csv"));
    }

    private static State state(Path file) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return new State(attributes.size(), attributes.lastModifiedTime().toInstant());
    }

    private String take(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        Path working = part("working").resolve(name);
        Files.move(file, working, StandardCopyOption.ATOMIC_MOVE);
        ImportReport report = tabular.run(working, ImportOptions.only(city), ProgressListener.NONE);
        if (report.count(RowOutcome.Outcome.NOT_TRIED) > 0) {
            return "%s was broken off; it is taken again at the next start".formatted(name);
        }
        boolean complete = report.complete();
        Path end = part(complete ? "done" : "failed");
        String kept = stamp() + "-" + name;
        Files.writeString(
                end.resolve(kept + ".txt"),
                new FolderReport(language.get()).of(report),
                StandardCharsets.UTF_8);
        Files.move(working, end.resolve(kept), StandardCopyOption.ATOMIC_MOVE);
        return "%s: %s, report %s"
                .formatted(name, FolderReport.counts(report), end.resolve(kept + ".txt"));
    }

    private static String stamp() {
        return STAMP.format(Instant.now());
    }

    private Path part(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }
}
