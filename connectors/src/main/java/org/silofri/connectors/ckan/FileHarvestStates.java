package org.silofri.connectors.ckan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Keeps states as one small file for each source. */
public final class FileHarvestStates implements HarvestStates {

    private final Path folder;

    /** Keeps them in this folder, which is made when it is missing. */
    public FileHarvestStates(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<HarvestState> last(String source) {
        Path file = file(source);
        try {
            return Files.exists(file)
                    ? Optional.of(new HarvestState(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The progress of %s cannot be read from %s".formatted(source, folder), e);
        }
    }

    @Override
    public void save(String source, HarvestState state) {
        Path file = file(source);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(folder);
            Files.writeString(fresh, state.modified());
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The progress of %s cannot be kept in %s".formatted(source, folder), e);
        }
    }

    private Path file(String source) {
        return folder.resolve(source + ".ckan");
    }
}
