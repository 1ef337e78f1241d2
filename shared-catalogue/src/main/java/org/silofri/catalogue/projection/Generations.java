package org.silofri.catalogue.projection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Folders {@code gen-1}, {@code gen-2} … of a projection, of which the file {@code CURRENT} names
 * the one in use. A rebuild fills a new one while the old one serves, then switches in one step
 * that survives a crash.
 */
public final class Generations {

    private static final String CURRENT = "CURRENT";
    private static final Pattern NAME = Pattern.compile("gen-[1-9][0-9]{0,8}");

    private final Path folder;

    private Generations(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens the folder, makes what is missing and removes generations that are not in use: left
     * over from a rebuild that was cut short, or from before the last switch.
     *
     * @throws UncheckedIOException if the folder cannot be read or written
     */
    public static Generations open(Path folder) {
        var generations = new Generations(folder);
        try {
            Files.createDirectories(folder);
            if (Files.notExists(folder.resolve(CURRENT))) {
                generations.switchTo(generations.prepare());
            }
            generations.removeAllBut(generations.current());
            return generations;
        } catch (IOException e) {
            throw new UncheckedIOException("Folder %s cannot be used".formatted(folder), e);
        }
    }

    /** The generation in use. */
    public Path current() {
        try {
            String name = Files.readString(folder.resolve(CURRENT)).strip();
            if (!NAME.matcher(name).matches()) {
                throw new IllegalStateException(
                        "%s names no generation; delete the folder, it is built anew"
                                .formatted(folder.resolve(CURRENT)));
            }
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("Folder %s cannot be used".formatted(folder), e);
        }
    }

    /** Makes a new, empty generation that is not in use yet. */
    public Path prepare() {
        try {
            int last = names().stream().mapToInt(Generations::number).max().orElse(0);
            return Files.createDirectory(folder.resolve("gen-" + (last + 1)));
        } catch (IOException e) {
            throw new UncheckedIOException("Folder %s cannot be used".formatted(folder), e);
        }
    }

    /** Takes a prepared generation into use; the others stay until they are removed. */
    public void switchTo(Path generation) {
        Path written = folder.resolve(CURRENT + ".new");
        try {
            Files.writeString(written, generation.getFileName() + "\n", StandardCharsets.US_ASCII);
            force(written, StandardOpenOption.WRITE);
            Files.move(
                    written,
                    folder.resolve(CURRENT),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            force(folder, StandardOpenOption.READ);
        } catch (IOException e) {
            throw new UncheckedIOException("Folder %s cannot be used".formatted(folder), e);
        }
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    /** Deletes a generation that is not in use any more. */
    public void remove(Path generation) {
        try {
            delete(generation);
        } catch (IOException e) {
            throw new UncheckedIOException("Folder %s cannot be used".formatted(folder), e);
        }
    }

    private void removeAllBut(Path kept) throws IOException {
        for (String name : names()) {
            if (!name.equals(kept.getFileName().toString())) {
                delete(folder.resolve(name));
            }
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(path -> path.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .toList();
        }
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring("gen-".length()));
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> tree = Files.walk(folder)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
