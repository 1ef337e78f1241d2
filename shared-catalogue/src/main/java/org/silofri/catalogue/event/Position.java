package org.silofri.catalogue.event;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in one city's log; the order of events is (epoch, seq), never time (F12).
 *
 * @param epoch from 1; 0 only in {@link #START}
 * @param seq from 1 within each epoch; 0 is the place before the epoch's first event
 */
public record Position(long epoch, long seq) implements Comparable<Position> {

    /** Before the first event of the log. */
    public static final Position START = new Position(0, 0);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,15}):([0-9]{1,15})");

    /**
     * @throws IllegalArgumentException for negative numbers
     */
    public Position {
        if (epoch < 0 || seq < 0) {
            throw new IllegalArgumentException("Position %d:%d is negative".formatted(epoch, seq));
        }
    }

    /** Reads {@code epoch:seq}, for example {@code 1:418}. */
    public static Optional<Position> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new Position(
                                Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    /** The next place in the same epoch; after {@link #START} the first place of epoch 1. */
    public Position next() {
        return new Position(Math.max(1, epoch), seq + 1);
    }

    @Override
    public int compareTo(Position other) {
        return Comparator.comparingLong(Position::epoch)
                .thenComparingLong(Position::seq)
                .compare(this, other);
    }

    /** {@code epoch:seq}. */
    @Override
    public String toString() {
        return epoch + ":" + seq;
    }
}
