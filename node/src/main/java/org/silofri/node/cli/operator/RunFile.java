package org.silofri.node.cli.operator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How commands find a running node: {@code run.json} in its data folder, readable by its owner
 * only.
 *
 * @param url where the node answers
 * @param operatorToken allows the operator's calls, new at each start
 */
public record RunFile(long pid, String url, String operatorToken) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The file of a node that is alive; a file that a crash left behind counts as none. */
    public static Optional<RunFile> read(Path data) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(at(data)), RunFile.class))
                    .filter(run -> ProcessHandle.of(run.pid).isPresent());
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    void write(Path data) {
        Path next = data.resolve("run.json.next");
        try {
            Files.deleteIfExists(next);
            Files.createFile(
                    next,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.write(next, JSON.writeValueAsBytes(this));
            Files.move(
                    next,
                    at(data),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + at(data), e);
        }
    }

    static void delete(Path data) {
        try {
            Files.deleteIfExists(at(data));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + at(data), e);
        }
    }

    private static Path at(Path data) {
        return data.resolve("run.json");
    }
}
