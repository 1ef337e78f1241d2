package org.silofri.connectors.tabular;

import java.util.Optional;
import org.silofri.catalogue.entry.CityId;

/**
 * How a file is imported.
 *
 * @param city whose entries rows without a city column are
 * @param language of title columns that name none, for example {@code da}
 * @param dryRun true to check everything and publish nothing
 * @param only whether rows that name another city are refused, as whoever imports writes for this
 *     one alone
 */
public record ImportOptions(
        Optional<CityId> city, Optional<String> language, boolean dryRun, boolean only) {

    /** For whoever may write for all cities of the node. */
    public ImportOptions(Optional<CityId> city, Optional<String> language, boolean dryRun) {
        this(city, language, dryRun, false);
    }

    /** Publishes rows of this city and of no other. */
    public static ImportOptions only(CityId city) {
        return new ImportOptions(Optional.of(city), Optional.empty(), false, true);
    }

    /** Publishes rows of this city unless they name another. */
    public static ImportOptions publish(CityId city) {
        return new ImportOptions(Optional.of(city), Optional.empty(), false);
    }

    /** The same import without publishing anything. */
    public ImportOptions asDryRun() {
        return new ImportOptions(city, language, true, only);
    }
}
