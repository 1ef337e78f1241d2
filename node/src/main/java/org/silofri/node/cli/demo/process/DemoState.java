package org.silofri.node.cli.demo.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a running demo is: {@code target/demo/nodes.json}, readable by its owner only.
 *
 * @param hub host and port of the hub broker
 */
public record DemoState(String hub, List<Node> nodes) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * A node of the demo.
     *
     * @param data absolute path of its data folder
     * @param token for trying the API: a publisher's, the coordinator's own role at the coordinator
     * @param accounts one for each role
     */
    public record Node(
            String name,
            String url,
            String health,
            long pid,
            String data,
            String token,
            List<Account> accounts) {}

    /**
     * Somebody who can sign in at a node of the demo.
     *
     * @param name sign-in name
     * @param role of {@code org.silofri.node.security.Role}
     * @param password new at each start
     */
    public record Account(String name, String role, String password) {}

    /** The process of that number, if it lives and is still one of Silofri. */
    public static Optional<ProcessHandle> process(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> handle.info().commandLine().orElse("").contains("silofri"));
    }

    static Optional<DemoState> read(Path file) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        return Optional.of(JSON.readValue(file.toFile(), DemoState.class));
    }

    public void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
