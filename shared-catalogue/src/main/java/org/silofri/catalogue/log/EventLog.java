package org.silofri.catalogue.log;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.event.EventSigner;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;

/**
 * All cities' logs as this node holds them, append-only, in one SQLite file: the node's truth (ADR
 * 0005). What a method wrote is on disk when it returns. For any number of threads.
 *
 * <p>All methods throw {@link LogUnavailable} when the file cannot be read or written.
 */
public final class EventLog implements AutoCloseable {

    /** Ends when it is closed. */
    @FunctionalInterface
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    /** What was so at a number stays so. */
    private record PositionsAt(long n, Map<CityId, Position> positions) {}

    private static final int MOST = 1_000;
    private static final int CHUNK = 64;

    private final DatabaseFile file;
    private final Db db;
    private final LogState state;
    private final Readers readers;
    private final LogWriter writer;
    private final LogReader reader;
    private final InstantSource clock;
    private volatile PositionsAt positions = new PositionsAt(0, Map.of());

    private EventLog(DatabaseFile file, Db db, StoreHook hook, InstantSource clock) {
        this.file = file;
        this.db = db;
        this.clock = clock;
        this.state = new LogState(db);
        this.readers = new Readers(file);
        this.reader = new LogReader(readers);
        this.writer = new LogWriter(db, state, hook);
    }

    /** Opens or makes the file, without a hook. */
    public static EventLog open(Path logDb) {
        return open(logDb, StoreHook.NONE);
    }

    /** Opens or makes the file; see {@link #open(Path, StoreHook, InstantSource)}. */
    public static EventLog open(Path logDb, StoreHook hook) {
        return open(logDb, hook, InstantSource.system());
    }

    /**
     * Opens or makes the file and brings it to the newest schema.
     *
     * @param clock tells since when an event is held; nothing is decided by it
     * @throws LogInUse if this or another process has it open
     * @throws LogTooNew if a newer Silofri wrote it
     */
    public static EventLog open(Path logDb, StoreHook hook, InstantSource clock) {
        DatabaseFile file = DatabaseFile.hold(logDb);
        try {
            return open(file, logDb, hook, clock);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static EventLog open(
            DatabaseFile file, Path logDb, StoreHook hook, InstantSource clock) {
        Db db = file.writer();
        try {
            Schema.migrate(db, logDb);
            return new EventLog(file, db, hook, clock);
        } catch (RuntimeException e) {
            db.close();
            throw e;
        }
    }

    /**
     * Signs an own event at the end of the city's chain.
     *
     * @throws CityFrozen if the city's log is forked
     */
    public SignedEvent append(CityId own, EventDraft draft, EventSigner signer) {
        AppendResult result = append(own, draft, new Expectation.Anything(), signer);
        return switch (result) {
            case AppendResult.Appended(SignedEvent event) -> event;
            case AppendResult.Conflict(var latest) ->
                    throw new IllegalStateException("Conflict at %s".formatted(latest));
            case AppendResult.Repeated(var first) ->
                    throw new IllegalStateException("Repeats %s".formatted(first));
        };
    }

    /**
     * Signs an own event at the end of the city's chain if the entry still stands as the author
     * believes; two authors of one entry cannot both succeed.
     *
     * @throws CityFrozen if the city's log is forked
     */
    public AppendResult append(
            CityId own, EventDraft draft, Expectation expected, EventSigner signer) {
        return append(own, draft, expected, Optional.empty(), signer);
    }

    /**
     * Like {@link #append(CityId, EventDraft, Expectation, EventSigner)}, once for a request of
     * that name: what comes of it is remembered in the event's own transaction.
     *
     * @param request about the draft's subject, which is an entry then
     * @throws CityFrozen if the city's log is forked
     */
    public AppendResult append(
            CityId own,
            EventDraft draft,
            Expectation expected,
            Optional<RequestKey> request,
            EventSigner signer) {
        return writer.call(tx -> OwnAppend.append(tx, own, draft, expected, request, signer));
    }

    /**
     * Signs many own events in their order, sharing transactions. When it throws, a first part of
     * them may be in the log.
     *
     * @throws CityFrozen if the city's log is forked
     */
    public List<SignedEvent> appendAll(CityId own, List<EventDraft> drafts, EventSigner signer) {
        List<SignedEvent> events = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i += CHUNK) {
            List<EventDraft> chunk = drafts.subList(i, Math.min(drafts.size(), i + CHUNK));
            events.addAll(writer.call(tx -> OwnAppend.appendAll(tx, own, chunk, signer)));
        }
        return events;
    }

    /**
     * Stores a peer's event that is authentic and whose place was decided by the gate; again
     * checked here, so that a race cannot break a chain. A second copy that brings a missing
     * payload completes the first.
     */
    public Stored store(SignedEvent event, Verdict verdict) {
        return store(new Judged(event, verdict));
    }

    /** Like {@link #store(SignedEvent, Verdict)}. */
    public Stored store(Judged event) {
        return writer.call(tx -> PeerStore.store(tx, event, clock.instant()));
    }

    /** Stores events in their order, sharing one transaction; one answer an event. */
    public List<Stored> storeAll(List<Judged> events) {
        return writer.call(tx ->
                events.stream().map(event -> PeerStore.store(tx, event, clock.instant())).toList());
    }

    /** End of the city's log, empty when there is nothing of it. */
    public Optional<Head> head(CityId city) {
        return Optional.ofNullable(state.heads().get(city));
    }

    /** Ends of all logs, by city. */
    public Map<CityId, Head> heads() {
        return new TreeMap<>(state.heads());
    }

    /** The event at that place, without its payload when that is absent or erased. */
    public Optional<SignedEvent> find(CityId city, Position position) {
        return reader.find(city, position);
    }

    /** How the event at that place stands. */
    public Optional<Standing> standing(CityId city, Position position) {
        return reader.standing(city, position);
    }

    /** Place of the event with that hash within an epoch; rarely needed, so not indexed. */
    public Optional<Position> positionOf(CityId city, long epoch, String hash) {
        return reader.position(city, epoch, hash);
    }

    /**
     * Reads a city's events in order, the held ones too.
     *
     * @param after {@link Position#START} reads from the start
     * @param limit most to return, 1 to 1,000; fewer when they are large (about 16 MiB)
     * @return empty at the end of the log
     */
    public List<SignedEvent> readAfter(CityId city, Position after, int limit) {
        return reader.after(city, after, Math.clamp(limit, 1, MOST));
    }

    /**
     * Reads what became projectable, in the order in which it did here. Never held, erased or
     * abandoned events. From 0 it tells the whole log again.
     *
     * @param n last number already read
     * @param limit most numbers to look at, 1 to 1,000; fewer when they are large (about 16 MiB)
     */
    public Changes changesAfter(long n, int limit) {
        return reader.changes(n, Math.clamp(limit, 1, MOST));
    }

    /** The last number of the order of growth; 0 for an empty log. */
    public long lastChange() {
        return state.lastChange();
    }

    /** How far each city's log reached at that number: the position of a projection at it. */
    public Map<CityId, Position> positionsAt(long n) {
        PositionsAt known = positions;
        if (known.n() == n) {
            return known.positions();
        }
        Map<CityId, Position> found =
                Collections.unmodifiableMap(reader.positionsAt(n, state.heads().keySet()));
        if (n <= state.lastChange()) {
            positions = new PositionsAt(n, found);
        }
        return found;
    }

    /** Events about the entry, newest first, at most 1,000; the held and erased ones too. */
    public List<LoggedVersion> versions(EntryIri entry) {
        return reader.versions(entry, MOST);
    }

    /** Held events. */
    public Quarantine quarantine() {
        return new Quarantine(readers, writer, clock);
    }

    /** Fork proofs and frozen cities. */
    public Forks forks() {
        return new Forks(readers, writer);
    }

    /** Signed statements outside the logs. */
    public Statements statements() {
        return new Statements(readers, writer);
    }

    /** Counters of what was never stored. */
    public Rejections rejections() {
        return state.rejections();
    }

    /** Cursors, marks and what else the node keeps. */
    public KeptValues values() {
        return new KeptValues(readers, writer);
    }

    /** What came of requests that have a key. */
    public Requests requests() {
        return new Requests(readers, writer);
    }

    /** Feed pages. */
    public Pages pages() {
        return new Pages(readers);
    }

    /** Reads a city's whole log and tells what is wrong with it. */
    public ChainReport check(CityId city) {
        return ChainReport.of(this, city);
    }

    /**
     * Why the file cannot be written; empty when it can. Found out within seconds also when nobody
     * writes.
     */
    public Optional<LogUnavailable> failure() {
        return writer.failure();
    }

    /**
     * Tells the listener the new {@link #lastChange()} after the log grew; on the writer's thread,
     * so it must only wake someone.
     *
     * @return ends the listening
     */
    public Listening onGrowth(LongConsumer listener) {
        return state.listen(listener);
    }

    /** Size of the file in pages; for tests of a full disk. */
    long pageCount() {
        return readers.read(db -> db.first("PRAGMA page_count", row -> row.getLong(1)).orElse(0L));
    }

    /** Lets the file grow to so many pages only; for tests of a full disk. */
    void limitPages(long most) {
        writer.limitPages(most);
    }

    /** Commits what is waiting and lets go of the file. */
    @Override
    public void close() {
        writer.close();
        readers.close();
        db.close();
        file.close();
    }
}
