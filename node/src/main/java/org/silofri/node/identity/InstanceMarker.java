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

    /**
     * Tells whether the data folder may be the one that last wrote the marker.
     *
     * @param own positions of the own logs as the data folder holds them
     * @return false when there is no marker, or a log is behind it
     */
    public boolean matches(Map<CityId, Position> own) {
        if (!Files.exists(file)) {
            return false;
        }
        Map<CityId, Position> marked = read();
        return marked.entrySet().stream()
                .allMatch(mark -> {
                    Position held = own.get(mark.getKey());
                    return held != null && held.compareTo(mark.getValue()) >= 0;
                });
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
