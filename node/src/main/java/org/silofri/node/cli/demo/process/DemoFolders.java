package org.silofri.node.cli.demo.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.silofri.node.cli.terminal.CommandFailed;

/**
 * Where the demo keeps what: data in {@code .demo/}, which {@code mvn clean} leaves alone, and the
 * state of the running processes in {@code target/demo/}.
 *
 * @param home top folder of the checkout, with the configurations and workbooks
 * @param root the data of all nodes
 * @param stateFile tells which processes run
 */
public record DemoFolders(Path home, Path root, Path stateFile) {

    public static DemoFolders at(Path home) {
        Path top = home.toAbsolutePath();
        return new DemoFolders(top, top.resolve(".demo"), top.resolve("target/demo/nodes.json"));
    }

    public Path data(DemoNode node) {
        return root().resolve(node.name());
    }

    public Path config(DemoNode node) {
        return home.resolve("compose").resolve(node.name() + ".yaml");
    }

    Path jvmOptions() {
        return home.resolve("compose/jvm.options");
    }

    public Path workbook(DemoNode node) {
        return home.resolve("compose/demo").resolve(node.name() + ".xlsx");
    }

    /** Efforts that cities led before the network kept a log. */
    public Path leads() {
        return home.resolve("compose/demo/leads.csv");
    }

    public Path cities() {
        return home.resolve("compose/demo/cities.csv");
    }

    public Optional<DemoState> state() {
        return DemoState.read(stateFile());
    }

    public boolean loaded() {
        return Files.exists(root().resolve("loaded"));
    }

    public void markLoaded() {
        write(root().resolve("loaded"), "");
    }

    /**
     * A city's base IRI holds its port, so the base of the first start stays.
     *
     * @throws CommandFailed if the data were made with another
     */
    public void fixPortBase(DemoPorts ports) {
        Path file = root().resolve("port-base");
        String base = Integer.toString(ports.base());
        try {
            Files.createDirectories(root());
            if (!Files.exists(file)) {
                write(file, base);
                return;
            }
            String first = Files.readString(file).strip();
            if (!first.equals(base)) {
                throw new CommandFailed(
                        "The demo's data were made with --port-base "
                                + first
                                + ", and the names of its entries hold that port",
                        "start with --port-base %s, or from empty: --port-base %s --fresh"
                                .formatted(first, base));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ports of the first start; these when there was none. */
    public DemoPorts startedWith(DemoPorts otherwise) {
        try {
            Path file = root().resolve("port-base");
            return Files.exists(file)
                    ? new DemoPorts(Integer.parseInt(Files.readString(file).strip()))
                    : otherwise;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void clear() {
        if (!Files.exists(root())) {
            return;
        }
        try (Stream<Path> files = Files.walk(root())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
