package org.silofri.node.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.event.Position;
import org.silofri.node.TestNetwork;
import org.silofri.node.TestNode;

/** Files that are put into a folder become entries of its city. */
class WatchedFolderIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String HEAD = "kind;key;title_en;theme;licence;source;city\n";

    @TempDir private static Path folder;
    private static Path watched;
    private static TestNetwork network;
    private static TestNode node;

    @BeforeAll
    static void startsANodeThatWatches() throws IOException {
        watched = Files.createDirectories(folder.resolve("drop"));
        Files.createDirectories(watched.resolve("working"));
        Files.writeString(watched.resolve("working/left.csv"), HEAD + row("left-behind", ""));
        network =
                TestNetwork.start(
                        folder,
                        Map.of(
                                "silofri.import.folder.coordinator",
                                watched.toString(),
                                "silofri.import.every",
                                "200ms"));
        node = network.coordinator();
    }

    @AfterAll
    static void stops() {
        network.close();
    }

    @Test
    void importsAFileOnceAndKeepsItWithAReport() throws IOException {
        Files.writeString(watched.resolve("good.csv"), HEAD + row("dark-path", ""));

        String report = report("done", "good.csv");

        assertThat(report).startsWith("good.csv\nNew: 1\n");
        assertThat(watched.resolve("good.csv")).doesNotExist();
        assertThat(listed("done")).anyMatch(name -> name.endsWith("-good.csv"));
        assertThat(has("dark-path")).isTrue();
        assertThat(node.bean(WatchedFolders.class).told())
                .singleElement()
                .asString()
                .startsWith("coordinator: ");
    }

    @Test
    void putsAFileWithARefusedRowAsideAndTellsTheCell() throws IOException {
        Files.writeString(
                watched.resolve("bad.csv"),
                HEAD + row("half-good", "") + row("foreign", "oslo") + "problem;no-title;;;;;\n");

        String report = report("failed", "bad.csv");

        assertThat(report)
                .contains("New: 1\nRefused: 2\n", "Needs correction")
                .contains("row 3, city (oslo)", "row 4");
        assertThat(has("half-good")).isTrue();
        assertThat(has("foreign")).isFalse();
    }

    @Test
    void takesAFileAgainThatAStopHasLeftBehind() throws IOException {
        assertThat(report("done", "left.csv")).contains("New: 1");
        assertThat(has("left-behind")).isTrue();
    }

    @Test
    void leavesAloneWhatIsNoWorkbook() throws IOException {
        Files.writeString(watched.resolve("~lock.csv"), HEAD + row("lock", ""));
        Files.writeString(watched.resolve("notes.txt"), "remember the milk");
        Files.createSymbolicLink(watched.resolve("link.csv"), folder.resolve("elsewhere.csv"));
        Files.writeString(folder.resolve("elsewhere.csv"), HEAD + row("linked", ""));
        Files.writeString(watched.resolve("last.csv"), HEAD + row("after-them", ""));

        report("done", "last.csv");

        assertThat(watched.resolve("~lock.csv")).exists();
        assertThat(watched.resolve("notes.txt")).exists();
        assertThat(has("linked")).isFalse();
    }

    private static String row(String key, String city) {
        return "problem;%s;Title of %s;mobility;https://creativecommons.org/publicdomain/zero/1.0/;Test;%s\n"
                .formatted(key, key, city);
    }

    private static String report(String where, String file) throws IOException {
        await().atMost(SOON)
                .until(() -> listed(where).stream().anyMatch(name -> name.endsWith("-" + file)));
        String name =
                listed(where).stream()
                        .filter(one -> one.endsWith("-" + file + ".txt"))
                        .findFirst()
                        .orElseThrow();
        return Files.readString(watched.resolve(where).resolve(name));
    }

    private static List<String> listed(String where) throws IOException {
        Path part = watched.resolve(where);
        if (!Files.isDirectory(part)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(part)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    private static boolean has(String key) {
        return node.log().readAfter(node.city(), new Position(1, 0), 1_000).stream()
                .anyMatch(event -> event.envelope().subject().endsWith("/problem/" + key));
    }
}
