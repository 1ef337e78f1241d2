package org.silofri.connectors.ckan;

import java.util.List;
import java.util.Optional;

/**
 * Where the next page starts. Pages go on from the last modification seen, not by a plain offset: a
 * package that changes meanwhile moves to the end, and with offsets another one would be skipped.
 *
 * @param since {@code metadata_modified} to go on from, inclusive; empty from the beginning
 * @param skip packages of exactly that time that were already seen
 */
record Cursor(Optional<String> since, int skip) {

    static Cursor after(Optional<HarvestState> state) {
        return new Cursor(state.map(HarvestState::modified), 0);
    }

    /** The place after a page. */
    Cursor after(List<CkanPackage> page) {
        String last = page.getLast().modified();
        int same = (int) page.stream().filter(p -> p.modified().equals(last)).count();
        boolean stillTheSame = since.filter(last::equals).isPresent();
        return new Cursor(Optional.of(last), stillTheSame ? skip + same : same);
    }

    /** The source's filter with the range of times. */
    String filter(String own) {
        String range =
                "metadata_modified:[%s TO *]"
                        .formatted(since.map(s -> s.endsWith("Z") ? s : s + "Z").orElse("*"));
        return own.isBlank() ? range : own + " AND " + range;
    }
}
