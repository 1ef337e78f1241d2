package org.silofri.node.importing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.silofri.connectors.table.TableLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What may be imported from the page and from folders.
 *
 * @param file largest file; default 5 MB
 * @param rows most rows of a file; default 5,000
 * @param kept how long an upload and what became of it can be looked at; default one day
 * @param uploads most uploads kept for a city, the oldest go first; default 20
 * @param folder by city id: a folder whose files are imported for that city; default none
 * @param every how often the folders are looked at; a file is taken when its size and time have not
 *     changed since the last look; default 10 s
 */
@Validated
@ConfigurationProperties("silofri.import")
public record ImportSettings(
        @DefaultValue("5MB") DataSize file,
        @DefaultValue("5000") @Positive @Max(20_000) int rows,
        @DefaultValue("1d") Duration kept,
        @DefaultValue("20") @Positive int uploads,
        @DefaultValue Map<String, Path> folder,
        @DefaultValue("10s") Duration every) {

    /** Copies the map. */
    public ImportSettings {
        folder = Map.copyOf(folder);
    }

    /** The limits of one file. */
    TableLimits limits() {
        TableLimits usual = TableLimits.DEFAULT;
        return new TableLimits(
                Math.min(file.toBytes(), usual.fileBytes()),
                rows,
                usual.columns(),
                usual.cellCharacters(),
                usual.unpackedBytes() / 2,
                usual.zipRatio(),
                usual.zipEntries());
    }
}
