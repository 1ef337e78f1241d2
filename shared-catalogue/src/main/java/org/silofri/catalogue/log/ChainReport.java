package org.silofri.catalogue.log;

import java.util.ArrayList;
import java.util.List;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Envelope;
import org.silofri.catalogue.event.Hashes;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;

/**
 * What a walk along a city's whole log found. Signatures are not verified here; the hash chain
 * makes one verified signature cover all before it.
 *
 * @param events how many there are
 * @param last position of the last one, {@link Position#START} for an empty log
 * @param problems in English, at most 20; empty when the log is whole
 */
public record ChainReport(CityId city, long events, Position last, List<String> problems) {

    private static final int PIECE = 500;
    private static final int MOST_PROBLEMS = 20;

    /** Keeps its own copy of the list. */
    public ChainReport {
        problems = List.copyOf(problems);
    }

    /** Tells whether the log is whole. */
    public boolean isWhole() {
        return problems.isEmpty();
    }

    static ChainReport of(EventLog log, CityId city) {
        Walk walk = new Walk();
        List<SignedEvent> piece = log.readAfter(city, Position.START, PIECE);
        while (!piece.isEmpty()) {
            piece.forEach(event -> walk.step(log, event));
            piece = log.readAfter(city, walk.last, PIECE);
        }
        Position head = log.head(city).map(Head::position).orElse(Position.START);
        if (!head.equals(walk.last)) {
            walk.problem("head says %s, the log ends at %s".formatted(head, walk.last));
        }
        return new ChainReport(city, walk.events, walk.last, walk.problems);
    }

    private static final class Walk {

        private final List<String> problems = new ArrayList<>();
        private Position last = Position.START;
        private String hash = Hashes.NONE;
        private long events;

        void step(EventLog log, SignedEvent event) {
            Envelope envelope = event.envelope();
            Position here = envelope.position();
            if (!here.equals(last.next()) && !here.equals(Epochs.opening(last))) {
                problem("%s does not follow %s".formatted(here, last));
            }
            boolean opens = here.epoch() > 1 && here.seq() == 1;
            boolean known =
                    envelope.prev().equals(hash)
                            || (opens
                                    && log.positionOf(event.city(), last.epoch(), envelope.prev())
                                            .isPresent());
            if (!known) {
                problem("%s names another event before it".formatted(here));
            }
            var payload = event.payload();
            if (payload != null && !payload.hash().equals(envelope.payloadHash())) {
                problem("%s has another payload than was signed".formatted(here));
            }
            last = here;
            hash = event.hash();
            events++;
        }

        void problem(String text) {
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(text);
            }
        }
    }
}
