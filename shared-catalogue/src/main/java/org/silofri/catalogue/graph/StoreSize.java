package org.silofri.catalogue.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How large a TDB2 database is. The lengths of its files do not tell: they are mapped in pieces of
 * 8 MiB. Each B+ tree keeps the number of blocks in use in its state file; nodes are appended to
 * files of exact length.
 */
final class StoreSize {

    private static final String LIVE = "live-bytes";
    private static final long BLOCK = 8192;
    private static final long SMALLEST = 64L * 1024 * 1024;
    private static final int GROWTH = 2;

    private final Path folder;

    StoreSize(Path folder) {
        this.folder = folder;
    }

    /** Bytes in use, those of replaced blocks too. */
    long bytes() {
        long bytes = 0;
        for (Path file : files()) {
            String name = file.getFileName().toString();
            if (name.endsWith(".bpt")) {
                bytes += blocks(file) * BLOCK;
            } else if (name.endsWith(".obj")) {
                bytes += file.toFile().length();
            }
        }
        return bytes;
    }

    /** Root, number of node blocks, number of record blocks. */
    private static long blocks(Path stateFile) {
        try {
            var state = ByteBuffer.wrap(Files.readAllBytes(stateFile));
            return state.limit() < 3 * Long.BYTES
                    ? 0
                    : state.getLong(Long.BYTES) + state.getLong(2 * Long.BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files() {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it has doubled since all of it was live. */
    boolean hasGrown() {
        return bytes() > Math.max(SMALLEST, GROWTH * live());
    }

    /** Notes that all of it is live. */
    void allIsLive() {
        try {
            Files.writeString(folder.resolve(LIVE), bytes() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long live() {
        try {
            return Long.parseLong(Files.readString(folder.resolve(LIVE)).strip());
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
