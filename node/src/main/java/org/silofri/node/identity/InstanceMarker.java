package org.silofri.node.identity;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Hashes;
import org.silofri.catalogue.event.Position;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the living data folder from a copy or an old backup of it (F8): the last own positions,
 * kept outside the data folder. A log that is behind its marker has lost events that peers may
 * hold, so it must not go on numbering without asking them.
 */
public final class InstanceMarker {

    private static final Logger LOG = LoggerFactory.getLogger(InstanceMarker.class);

    private final Path folder;
    private final Path file;

    InstanceMarker(Path stateFolder, Path data) {
        String place = data.toAbsolutePath().normalize().toString();
        String name = Hashes.sha256(place.getBytes(StandardCharsets.UTF_8)).substring(0, 24);
        this.folder = stateFolder;
        this.file = stateFolder.resolve(name + ".marker");
    }

    /**
     * Tells whether this data folder has been in use here; false for a copy or a moved one, and
     * when the marker cannot be read.
     */
    public boolean exists() {
        return read().isPresent();
    }

    /** The last own positions that were written here; empty without a marker. */
    public Map<CityId, Position> lastWritten() {
        return read().orElse(Map.of());
    }

    /** Replaces the marker; a crash leaves the old or the new one, never a half. */
    public synchronized void write(Map<CityId, Position> own) {
        Properties lines = new Properties();
        own.forEach((city, at) -> lines.setProperty(city.value(), at.epoch() + ":" + at.seq()));
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.createDirectories(file.getParent());
            StringWriter text = new StringWriter();
            lines.store(text, "last own positions of a silofri data folder");
            Files.writeString(next, text.toString());
            force(next, StandardOpenOption.WRITE);
            Files.move(
                    next,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            forceFolder();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write instance marker " + file, e);
        }
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    /** So that the new name is on disk too; not every system lets a folder be opened. */
    private void forceFolder() {
        try {
            force(folder, StandardOpenOption.READ);
        } catch (IOException e) {
            LOG.atDebug().log("the folder of the instance marker is not synced: {}", e.toString());
        }
    }

    /** Empty when there is none, or none that can be relied on. */
    private Optional<Map<CityId, Position>> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String text = Files.readString(file);
            if (text.isBlank()) {
                throw new IllegalArgumentException("it is empty");
            }
            return Optional.of(parse(text));
        } catch (IOException | IllegalArgumentException e) {
            LOG.atWarn().log("instance marker {} is not used: {}", file, e.toString());
            return Optional.empty();
        }
    }

    private static Map<CityId, Position> parse(String text) throws IOException {
        Properties lines = new Properties();
        lines.load(new StringReader(text));
        Map<CityId, Position> marked = new TreeMap<>();
        for (String city : lines.stringPropertyNames()) {
            Position at =
                    Position.parse(lines.getProperty(city))
                            .orElseThrow(
                                    () -> new IllegalArgumentException("no position: " + city));
            marked.put(new CityId(city), at);
        }
        return marked;
    }
}
