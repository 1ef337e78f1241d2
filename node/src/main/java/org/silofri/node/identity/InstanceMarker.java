package org.silofri.node.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Hashes;
import org.silofri.catalogue.event.Position;

/**
 * Tells the living data folder from a copy or an old backup of it (F8): the last own positions,
 * kept outside the data folder. A log that is behind its marker has lost events that peers may
 * hold, so it must not go on numbering without asking them.
 */
public final class InstanceMarker {

    private final Path file;

    InstanceMarker(Path stateFolder, Path data) {
        String place = data.toAbsolutePath().normalize().toString();
        String name = Hashes.sha256(place.getBytes(StandardCharsets.UTF_8)).substring(0, 24);
        this.file = stateFolder.resolve(name + ".marker");
    }

    /** Tells whether this data folder has been in use here; false for a copy or a moved one. */
    public boolean exists() {
        return Files.exists(file);
    }

    /** The last own positions that were written here; empty without a marker. */
    public Map<CityId, Position> lastWritten() {
        return exists() ? read() : Map.of();
    }

    /** Replaces the marker; a crash leaves the old or the new one, never a half. */
    public synchronized void write(Map<CityId, Position> own) {
        Properties lines = new Properties();
        own.forEach((city, at) -> lines.setProperty(city.value(), at.epoch() + ":" + at.seq()));
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.createDirectories(file.getParent());
            try (var out = Files.newBufferedWriter(next, StandardCharsets.UTF_8)) {
                lines.store(out, "last own positions of a silofri data folder");
            }
            Files.move(
                    next,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write instance marker " + file, e);
        }
    }

    private Map<CityId, Position> read() {
        Properties lines = new Properties();
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read instance marker " + file, e);
        }
        Map<CityId, Position> marked = new TreeMap<>();
        for (String city : lines.stringPropertyNames()) {
            String[] at = lines.getProperty(city).split(":", 2);
            marked.put(
                    new CityId(city), new Position(Long.parseLong(at[0]), Long.parseLong(at[1])));
        }
        return marked;
    }
}
