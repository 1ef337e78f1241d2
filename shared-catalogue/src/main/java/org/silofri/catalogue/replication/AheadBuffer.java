package org.silofri.catalogue.replication;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;

/** One city's events that wait for what is missing before them; small, in memory (F5). */
final class AheadBuffer {

    private static final long MOST_BYTES = 16L * 1024 * 1024;

    private record Waiting(Incoming incoming, SignedEvent event) {

        long bytes() {
            var payload = event.payload();
            return (long) event.jws().length() + (payload == null ? 0 : payload.size());
        }
    }

    private final NavigableMap<Position, Waiting> waiting = new TreeMap<>();
    private long bytes;
    private long forgotten;

    /**
     * Keeps the event; when that is too much, those furthest ahead are forgotten.
     *
     * @return the event that waits at the same position with other bytes, if any; then the new one
     *     is not kept
     */
    Optional<SignedEvent> add(Incoming incoming, SignedEvent event) {
        Waiting there = waiting.get(event.position());
        if (there != null) {
            return there.event().jws().equals(event.jws())
                    ? Optional.empty()
                    : Optional.of(there.event());
        }
        Waiting added = new Waiting(incoming, event);
        waiting.put(event.position(), added);
        bytes += added.bytes();
        while (bytes > MOST_BYTES || waiting.size() > SequenceGate.MOST_AHEAD) {
            bytes -= waiting.pollLastEntry().getValue().bytes();
            forgotten++;
        }
        return Optional.empty();
    }

    /** Takes the first that waits, if it may be next after the log's last position. */
    Optional<Incoming> takeNext(Position last) {
        forgetUpTo(last);
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        Position first = waiting.firstKey();
        boolean next = first.equals(last.next()) || first.equals(SequenceGate.opening(last));
        return next ? Optional.of(remove(first)) : Optional.empty();
    }

    /** How many were ever forgotten because it was too much. */
    long forgotten() {
        return forgotten;
    }

    /** How many wait. */
    int size() {
        return waiting.size();
    }

    private void forgetUpTo(Position last) {
        while (!waiting.isEmpty() && waiting.firstKey().compareTo(last) <= 0) {
            remove(waiting.firstKey());
        }
    }

    private Incoming remove(Position position) {
        Waiting removed = waiting.remove(position);
        if (removed == null) {
            throw new IllegalStateException("Nothing waits at " + position);
        }
        bytes -= removed.bytes();
        return removed.incoming();
    }
}
