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
 * How large a TDB2 database is, and how much of it is replaced: what it grew by beyond what the
 * quads added take. Written by one thread at a time. The lengths of its files do not tell: they are
 * mapped in pieces of 8 MiB. Each B+ tree keeps the number of blocks in use in its state file;
 * nodes are appended to files of exact length.
 */
final class StoreSize {

    private static final String GARBAGE = "replaced-bytes";
    private static final long BLOCK = 8192;

    /** Below this, copying what lives takes more from writing than the disk space is worth. */
    private static final long SMALLEST = 256L * 1024 * 1024;

    /** What a quad takes in four indexes, with its share of the nodes; measured. */
    private static final long BYTES_OF_A_QUAD = 500;

    /** Measuring reads some files, so not at each commit. */
    private static final int COMMITS_BETWEEN_MEASURES = 16;

    private final Path folder;
    private long measured;
    private long garbage;
    private long sinceMeasured;
    private int commits;

    StoreSize(Path folder) {
        this.folder = folder;
        this.measured = bytes();
        this.garbage = remembered();
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

    /** Notes a commit, and measures now and then. */
    void committed(long netQuads) {
        commits++;
        sinceMeasured += netQuads;
        if (commits % COMMITS_BETWEEN_MEASURES == 0) {
            long now = bytes();
            garbage += Math.max(0, now - measured - sinceMeasured * BYTES_OF_A_QUAD);
            measured = now;
            sinceMeasured = 0;
            remember();
        }
    }

    /** Whether so much of it is replaced that copying the rest is worth the while. */
    boolean isWasteful() {
        return garbage > Math.max(SMALLEST, measured / 2);
    }

    private void remember() {
        try {
            Files.writeString(folder.resolve(GARBAGE), garbage + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long remembered() {
        try {
            return Long.parseLong(Files.readString(folder.resolve(GARBAGE)).strip());
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
