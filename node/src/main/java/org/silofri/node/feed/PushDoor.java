package org.silofri.node.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.CloudEventBatch;
import org.silofri.catalogue.event.CloudEventForm;
import org.silofri.catalogue.event.Malformed;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.log.RejectionReason;
import org.silofri.node.log.LogService;
import org.silofri.node.replication.ReceiveResult;
import org.silofri.node.replication.ReplicationService;
import org.silofri.node.replication.Source;
import org.springframework.stereotype.Component;

/** Push repair: takes a batch and tells for each event what became of it. */
@Component
class PushDoor {

    static final int MOST_BYTES = CloudEventBatch.MOST_BYTES;

    private final LogService logs;
    private final ReplicationService replication;

    PushDoor(LogService logs, ReplicationService replication) {
        this.logs = logs;
        this.replication = replication;
    }

    /**
     * What is answered.
     *
     * @param batch false if nothing of it could be read
     */
    record Answer(boolean batch, Report report) {}

    /**
     * What became of one event.
     *
     * @param event {@code city/epoch/seq}; null when it could not be read
     * @param outcome {@code stored}, {@code quarantined}, {@code known}, {@code waiting}, {@code
     *     forked}, {@code rejected} or {@code paused}
     * @param reason why, for quarantined and rejected ones
     */
    record Outcome(@Nullable String event, String outcome, @Nullable String reason) {}

    /**
     * The whole answer.
     *
     * @param head end of the city's log here, {@code epoch:seq}; null when there is nothing of it
     */
    record Report(@Nullable String head, List<Outcome> outcomes) {}

    Answer take(String city, byte[] body, Source source) {
        if (!CityId.isValid(city)) {
            return answer(false, Optional.empty(), List.of());
        }
        CityId id = new CityId(city);
        try {
            return answer(true, Optional.of(id), take(id, CloudEventBatch.read(body), source));
        } catch (Malformed e) {
            replication.reject(RejectionReason.MALFORMED, source, city);
            return answer(false, Optional.of(id), List.of());
        }
    }

    private List<Outcome> take(CityId city, List<CloudEventForm.Reading> readings, Source source) {
        List<Outcome> outcomes = new ArrayList<>();
        List<SignedEvent> run = new ArrayList<>();
        for (CloudEventForm.Reading reading : readings) {
            if (reading instanceof CloudEventForm.Reading.Read(var event)
                    && event.city().equals(city)) {
                run.add(event);
            } else {
                outcomes.addAll(receive(run, source));
                run.clear();
                outcomes.add(refuse(reading, city, source));
            }
        }
        outcomes.addAll(receive(run, source));
        return outcomes;
    }

    /** As a run while that goes well; what follows a refused one is looked at by itself. */
    private List<Outcome> receive(List<SignedEvent> run, Source source) {
        List<Outcome> outcomes = new ArrayList<>();
        List<SignedEvent> left = List.copyOf(run);
        while (!left.isEmpty()) {
            List<ReceiveResult> results = replication.receiveRun(left, source);
            for (int i = 0; i < results.size(); i++) {
                outcomes.add(outcome(left.get(i), results.get(i)));
            }
            left = left.subList(results.size(), left.size());
        }
        return outcomes;
    }

    private Outcome refuse(CloudEventForm.Reading reading, CityId city, Source source) {
        return switch (reading) {
            case CloudEventForm.Reading.Read(var event) -> {
                replication.reject(RejectionReason.WRONG_CITY, source, event.city().value());
                yield new Outcome(
                        event.envelope().id(), "rejected", name(RejectionReason.WRONG_CITY));
            }
            case CloudEventForm.Reading.Refused(var why) -> {
                RejectionReason reason = RejectionReason.of(why.reason());
                replication.reject(reason, source, city.value());
                yield new Outcome(null, "rejected", name(reason));
            }
        };
    }

    private static Outcome outcome(SignedEvent event, ReceiveResult result) {
        String id = event.envelope().id();
        return switch (result) {
            case ReceiveResult.Stored(var quarantine) ->
                    quarantine
                            .map(reason -> new Outcome(id, "quarantined", name(reason)))
                            .orElseGet(() -> new Outcome(id, "stored", null));
            case ReceiveResult.Known known -> new Outcome(id, "known", null);
            case ReceiveResult.Waiting waiting -> new Outcome(id, "waiting", null);
            case ReceiveResult.Forked forked -> new Outcome(id, "forked", null);
            case ReceiveResult.Rejected(var reason) -> new Outcome(id, "rejected", name(reason));
            case ReceiveResult.Paused paused -> new Outcome(id, "paused", null);
        };
    }

    private static String name(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Answer answer(boolean batch, Optional<CityId> city, List<Outcome> outcomes) {
        @Nullable String head =
                city.flatMap(logs.log()::head).map(h -> h.position().toString()).orElse(null);
        return new Answer(batch, new Report(head, outcomes));
    }
}
