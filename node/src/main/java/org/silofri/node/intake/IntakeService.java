package org.silofri.node.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.entry.Snapshot;
import org.silofri.catalogue.event.Envelope;
import org.silofri.catalogue.event.EventType;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.Tombstone;
import org.silofri.catalogue.log.AppendResult;
import org.silofri.catalogue.log.EventDraft;
import org.silofri.catalogue.log.Requests;
import org.silofri.catalogue.validation.Candidate;
import org.silofri.catalogue.validation.IntakePort;
import org.silofri.catalogue.validation.IntakeResult;
import org.silofri.catalogue.validation.Violation;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.intake.Preparation.Prepared;
import org.silofri.node.log.LogReadOnly;
import org.silofri.node.log.LogService;
import org.silofri.node.log.WriteFence;

/**
 * The one door for own entries: forms, API and connectors all come through here. Checks authority
 * (F18), shapes and personal data (F14), size (F17) and quota (F20), then appends to the city's
 * log. Safe for many threads: of two writers that saw the same version, one is told so.
 */
public final class IntakeService implements IntakePort {

    private static final int TRIES = 5;

    private final NodeIdentity identity;
    private final LogService logs;
    private final Preparation preparation;
    private final Repeats repeats;
    private final Quotas quotas;
    private final InstantSource clock;

    IntakeService(
            NodeIdentity identity,
            LogService logs,
            Preparation preparation,
            Quotas quotas,
            InstantSource clock) {
        this.identity = identity;
        this.logs = logs;
        this.preparation = preparation;
        this.repeats = new Repeats(logs, preparation);
        this.quotas = quotas;
        this.clock = clock;
    }

    /**
     * Creates an entry.
     *
     * @param graph about exactly one entry: {@link Candidate#NEW}, whose IRI is then minted, or an
     *     IRI under the city's base; fragments of it as well
     * @param idempotencyKey a second call with it within {@link Requests#KEPT} changes nothing and
     *     is answered as the first; null for none
     * @return {@link EditResult.Taken} if an entry with that IRI is there and says something else
     */
    public EditResult create(CityId city, Graph graph, @Nullable String idempotencyKey) {
        if (!identity.owns(city)) {
            return notOurs(city);
        }
        Optional<Repeats.Request> request =
                Optional.ofNullable(idempotencyKey).map(key -> Repeats.Request.of(key, graph));
        return request.flatMap(named -> repeats.answer(city, named, clock.instant()))
                .orElseGet(() -> create(city, graph, new Wish.Create(request)));
    }

    private EditResult create(CityId city, Graph graph, Wish.Create wish) {
        Optional<String> subject = Subjects.entry(graph);
        Optional<EntryKind> kind = subject.flatMap(s -> Subjects.kind(graph, s));
        if (subject.isEmpty() || kind.isEmpty()) {
            return notOneEntry(city);
        }
        Optional<EntryIri> entry =
                subject.get().equals(Candidate.NEW)
                        ? Optional.of(identity.base(city).entry(kind.get(), Minting.fresh()))
                        : EntryIri.parse(subject.get());
        return entry.map(iri -> write(wish, city, iri, graph, false))
                .orElseGet(() -> foreign(city, subject.get()));
    }

    /**
     * Replaces what an entry says.
     *
     * @param graph about {@link Candidate#NEW} or the entry itself
     * @param ifMatch ETags of the version that the caller has seen, or {@code *}
     */
    public EditResult replace(EntryIri entry, Graph graph, String ifMatch) {
        return cityOf(entry)
                .map(city -> write(new Wish.Replace(ifMatch), city, entry, graph, false))
                .orElseGet(() -> foreign(identity.name(), entry.value()));
    }

    /**
     * Withdraws an entry; its graph becomes empty and the reason stays (F13).
     *
     * @param reason why, by language tag; at least one
     * @param ifMatch ETags of the version that the caller has seen, or {@code *}
     */
    public EditResult withdraw(EntryIri entry, Map<String, String> reason, String ifMatch) {
        Optional<CityId> city = cityOf(entry);
        if (city.isEmpty()) {
            return foreign(identity.name(), entry.value());
        }
        Optional<EditResult> unfit = misplaced(city.get(), entry.kind());
        if (unfit.isPresent()) {
            return unfit.get();
        }
        Optional<Standing> standing = Standing.of(logs.log(), city.get(), entry);
        if (standing.isEmpty() || !standing.get().live()) {
            return new EditResult.Missing(entry);
        }
        if (!EntryVersion.matches(ifMatch, standing.get().position())) {
            return new EditResult.Stale(entry, standing.get().position());
        }
        Instant now = clock.instant();
        try {
            Snapshot tombstone = new Tombstone(entry, reason, now).snapshot();
            List<Violation> broken = preparation.texts(tombstone);
            if (!broken.isEmpty()) {
                return new EditResult.Refused(broken);
            }
            return append(
                    Optional.empty(),
                    city.get(),
                    EventType.WITHDRAWN,
                    new Prepared.Ready(tombstone, List.of()),
                    standing);
        } catch (IllegalArgumentException e) {
            return new EditResult.Refused(
                    List.of(Preparation.problem(entry, "reason", String.valueOf(e.getMessage()))));
        }
    }

    /** Creates or updates by the candidate's key; without one, by its content. */
    @Override
    public IntakeResult submit(Candidate candidate) {
        return ConnectorAnswers.of(submit(candidate, false));
    }

    /**
     * A port that checks and writes nothing; what it would publish is answered as published at
     * {@link Position#START}.
     */
    public IntakePort dryRun() {
        return candidate -> ConnectorAnswers.of(submit(candidate, true));
    }

    /** Like {@link #submit(Candidate)}, with every outcome told apart. */
    public EditResult submit(Candidate candidate, boolean dryRun) {
        CityId city = candidate.city();
        if (!identity.owns(city)) {
            return notOurs(city);
        }
        String given = candidate.key();
        String key = given == null ? Minting.forContent(city, candidate.graph()) : given;
        try {
            EntryIri entry = identity.base(city).entry(candidate.kind(), key);
            return write(new Wish.Put(), city, entry, candidate.graph(), dryRun);
        } catch (IllegalArgumentException e) {
            return new EditResult.Refused(
                    List.of(
                            Preparation.problem(
                                    identity.base(city).entry(candidate.kind(), "new"),
                                    "key",
                                    String.valueOf(e.getMessage()))));
        }
    }

    private EditResult write(Wish wish, CityId city, EntryIri entry, Graph graph, boolean dryRun) {
        if (!identity.base(city).owns(entry)) {
            return foreign(city, entry.value());
        }
        Optional<EditResult> unfit = misplaced(city, entry.kind());
        if (unfit.isPresent()) {
            return unfit.get();
        }
        return switch (preparation.prepare(identity.base(city), entry, graph)) {
            case Prepared.Faulty(var violations) -> new EditResult.Refused(violations);
            case Prepared.Ready ready -> write(wish, city, ready, dryRun);
        };
    }

    private EditResult write(Wish wish, CityId city, Prepared.Ready ready, boolean dryRun) {
        EntryIri entry = ready.snapshot().entry();
        EditResult last = new EditResult.Missing(entry);
        for (int i = 0; i < TRIES; i++) {
            Optional<Standing> standing = Standing.of(logs.log(), city, entry);
            if (standing.isPresent() && standing.get().says(ready.snapshot())) {
                return unchanged(wish, city, entry, standing.get().position(), dryRun);
            }
            Optional<EditResult> objection = wish.objection(entry, standing);
            if (objection.isPresent()) {
                return objection.get();
            }
            if (dryRun) {
                boolean created = standing.filter(Standing::live).isEmpty();
                return new EditResult.Acceptable(entry, created, ready.warnings());
            }
            last = append(wish.request(), city, EventType.PUBLISHED, ready, standing);
            if (!(last instanceof EditResult.Stale)) {
                return last;
            }
        }
        return last;
    }

    /** A name that is kept takes room like an event, so it counts as one (F20). */
    private EditResult unchanged(
            Wish wish, CityId city, EntryIri entry, Position position, boolean dryRun) {
        if (dryRun || wish.request().isEmpty()) {
            return new EditResult.Unchanged(entry, position);
        }
        Instant now = clock.instant();
        return quotas.take(city, now, 0)
                .<EditResult>map(EditResult.Throttled::new)
                .orElseGet(
                        () -> repeats.unchanged(city, wish.request().get(), entry, position, now));
    }

    private EditResult append(
            Optional<Repeats.Request> request,
            CityId city,
            EventType type,
            Prepared.Ready ready,
            Optional<Standing> standing) {
        Snapshot snapshot = ready.snapshot();
        EntryIri entry = snapshot.entry();
        Instant now = clock.instant();
        if (logs.fence().state() instanceof WriteFence.State.ReadOnly(var reason)) {
            return new EditResult.ReadOnly(reason);
        }
        Optional<Duration> wait = quotas.take(city, now, snapshot.size());
        if (wait.isPresent()) {
            return new EditResult.Throttled(wait.get());
        }
        EventDraft draft =
                new EventDraft(
                        type,
                        entry.value(),
                        now,
                        Envelope.ONTOLOGY_1_0,
                        type.contentType(),
                        snapshot.canonical());
        try {
            return switch (logs.append(
                    city,
                    draft,
                    Standing.expectation(standing),
                    request.map(Repeats.Request::key))) {
                case AppendResult.Appended(var event) ->
                        new EditResult.Saved(
                                entry,
                                event.position(),
                                standing.filter(Standing::live).isEmpty(),
                                ready.warnings());
                case AppendResult.Conflict(var latest) ->
                        new EditResult.Stale(entry, latest.orElse(Position.START));
                case AppendResult.Repeated(var first) ->
                        repeats.answer(first, request.orElseThrow());
            };
        } catch (LogReadOnly e) {
            return new EditResult.ReadOnly(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Tells whether a city's quota is used up now (F20).
     *
     * @return for how long; empty when it is not, and for a city of another node
     */
    public Optional<Duration> throttled(CityId city) {
        return identity.owns(city) ? quotas.throttled(city, clock.instant()) : Optional.empty();
    }

    /** The own city whose entry this is; empty for another node's. */
    public Optional<CityId> cityOf(EntryIri entry) {
        return identity.ownCities().stream()
                .filter(city -> identity.base(city).owns(entry))
                .findFirst();
    }

    private EditResult notOurs(CityId city) {
        return new EditResult.NotAllowed(
                "This node writes for %s, not for %s; send it to that city's own node"
                        .formatted(identity.ownCities(), city));
    }

    private EditResult foreign(CityId city, String iri) {
        return new EditResult.NotAllowed(
                "%s does not lie under %s/id/; a city writes only its own entries"
                        .formatted(iri, identity.base(city)));
    }

    /** What speaks against this kind in that city's log (F18). */
    private Optional<EditResult> misplaced(CityId city, EntryKind kind) {
        if (kind == EntryKind.MEMBER) {
            return Optional.of(
                    new EditResult.NotAllowed(
                            "Members are admitted at the coordinator with \"silofri admit\""));
        }
        boolean coordinators = city.equals(identity.network().coordinator());
        return kind.belongsIn(coordinators)
                ? Optional.empty()
                : Optional.of(
                        new EditResult.NotAllowed(
                                coordinators
                                        ? "A %s is published by a city for itself only"
                                                .formatted(kind.path())
                                        : "A %s is published by the coordinator only"
                                                .formatted(kind.path())));
    }

    private EditResult notOneEntry(CityId city) {
        return new EditResult.Refused(
                List.of(
                        Preparation.problem(
                                identity.base(city).entry(EntryKind.PROBLEM, "new"),
                                "one-entry",
                                "The data do not describe exactly one entry of a known type; send"
                                        + " one entry, with rdf:type, and name its parts <#name>")));
    }
}
