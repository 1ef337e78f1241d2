package org.silofri.node.bus.delivery;

import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.bus.access.KeyValues;
import org.silofri.node.bus.message.BusMessage;

/**
 * The events of one own city that the broker has not taken yet, in order. The cursor is kept beside
 * the log; after a crash between taking and keeping, events are sent again (F3). One thread.
 */
public final class Outbox {

    /**
     * An event on its way out.
     *
     * @param cursor the place in the log after it
     */
    public record Outgoing(String cursor, BusMessage message) {}

    private static final String START = "";

    private final CityId city;
    private final BiFunction<String, Integer, List<Outgoing>> readAfter;
    private final KeyValues cursors;
    private @Nullable String cursor;

    /**
     * @param readAfter events after a cursor, at most that many; the empty cursor is the start
     */
    public Outbox(
            CityId city, BiFunction<String, Integer, List<Outgoing>> readAfter, KeyValues cursors) {
        this.city = city;
        this.readAfter = readAfter;
        this.cursors = cursors;
    }

    CityId city() {
        return city;
    }

    List<Outgoing> next(int limit) {
        @Nullable String at = cursor;
        if (at == null) {
            at = cursors.get().apply(key()).orElse(START);
            cursor = at;
        }
        return readAfter.apply(at, limit);
    }

    /** The broker has this one and all before it. */
    void taken(Outgoing last) {
        cursors.put().accept(key(), last.cursor());
        cursor = last.cursor();
    }

    private String key() {
        return "sent." + city;
    }
}
