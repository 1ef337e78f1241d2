package org.silofri.node.intake;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.silofri.catalogue.event.Position;

/**
 * The version of an entry as HTTP carries it: the strong ETag {@code "{epoch}.{seq}"} of the event
 * that made it.
 */
public final class EntryVersion {

    private static final Pattern TAG = Pattern.compile("\"?([0-9]{1,15})\\.([0-9]{1,15})\"?");

    private EntryVersion() {}

    /** The ETag with its quotation marks. */
    public static String etag(Position position) {
        return "\"" + position.epoch() + "." + position.seq() + "\"";
    }

    /**
     * Tells whether an {@code If-Match} value names the version.
     *
     * @param ifMatch {@code *} or a list of ETags
     */
    static boolean matches(String ifMatch, Position current) {
        return ifMatch.strip().equals("*")
                || Arrays.stream(ifMatch.split(",", -1))
                        .map(tag -> parse(tag.strip()))
                        .anyMatch(tag -> tag.equals(Optional.of(current)));
    }

    private static Optional<Position> parse(String tag) {
        Matcher parts = TAG.matcher(tag);
        return parts.matches()
                ? Optional.of(
                        new Position(
                                Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }
}
