package org.silofri.node.follow;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.event.CatalogueEvent;
import org.silofri.catalogue.event.Decoded;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.log.Changes;
import org.silofri.catalogue.log.EventLog;
import org.silofri.catalogue.log.LogChange;
import org.silofri.catalogue.log.LoggedVersion;
import org.silofri.node.follow.NewsItem.What;

/** Reads from the logs what happened to entries. */
final class Occurrences {

    private static final int BATCH = 500;

    private final EventLog log;

    Occurrences(EventLog log) {
        this.log = log;
    }

    /** What happened after one change, up to and with another. */
    List<Occurrence> between(long after, long upTo) {
        List<Occurrence> found = new ArrayList<>();
        long at = after;
        while (at < upTo) {
            Changes changes = log.changesAfter(at, BATCH);
            for (LogChange change : changes.changes()) {
                if (change.n() <= upTo) {
                    occurrence(change).ifPresent(found::add);
                }
            }
            if (changes.upTo() <= at) {
                break;
            }
            at = changes.upTo();
        }
        return found;
    }

    private static Optional<Occurrence> occurrence(LogChange change) {
        return CatalogueEvent.decode(change.event()) instanceof Decoded.Sound(var event)
                ? switch (event) {
                    case CatalogueEvent.Published published ->
                            published.entry().kind().coordinatorOnly()
                                    ? Optional.empty()
                                    : Optional.of(Occurrence.of(change.n(), published));
                    case CatalogueEvent.Withdrawn withdrawn ->
                            Optional.of(Occurrence.of(change.n(), withdrawn));
                    case CatalogueEvent.PayloadErased _ -> Optional.empty();
                    case CatalogueEvent.KeyChanged _ -> Optional.empty();
                    case CatalogueEvent.EpochStarted _ -> Optional.empty();
                }
                : Optional.empty();
    }

    /**
     * What became of an entry in these occurrences.
     *
     * @param first the earliest of them
     * @param last the latest of them
     */
    What what(Occurrence first, Occurrence last) {
        if (last.withdrawn()) {
            return What.WITHDRAWN;
        }
        List<SignedEvent> before = before(first);
        boolean disproved = Occurrence.DISPROVED.equals(last.verdict());
        if (disproved && !Occurrence.DISPROVED.equals(verdict(before))) {
            return What.REFUTED;
        }
        if (!before.isEmpty()) {
            return What.CHANGED;
        }
        return last.isScaling() ? What.SCALED : What.NEW;
    }

    /** Earlier versions that were taken, latest first. */
    private List<SignedEvent> before(Occurrence first) {
        return log.versions(first.entry()).stream()
                .filter(version -> version.state() == LoggedVersion.State.ACCEPTED)
                .map(LoggedVersion::event)
                .filter(event -> event.position().compareTo(first.position()) < 0)
                .toList();
    }

    private static @Nullable String verdict(List<SignedEvent> before) {
        return before.stream()
                .map(CatalogueEvent::decode)
                .map(decoded ->
                        decoded instanceof Decoded.Sound(CatalogueEvent.Published published)
                                ? Occurrence.verdict(published.snapshot())
                                : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
