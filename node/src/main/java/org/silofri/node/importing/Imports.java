package org.silofri.node.importing;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.connectors.tabular.RowOutcome;
import org.silofri.connectors.tabular.TabularImport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/**
 * Uploaded spreadsheets: checked at once, imported when somebody says so, both beside the request
 * (ADR 0131). Who may do what is the caller's to ask. Thread-safe.
 */
public final class Imports {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    /** Most checks and imports under way or waiting at a node. */
    private static final int MOST_AT_ONCE = 20;

    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);
    private static final int ID_BYTES = 16;
    private static final int NAME_CHARACTERS = 100;

    private final UploadStore store;
    private final UploadWork work;
    private final ImportSettings settings;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Running> running = new ConcurrentHashMap<>();

    Imports(
            UploadStore store,
            TabularImport tabular,
            ImportSettings settings,
            InstantSource clock) {
        this.store = store;
        this.work = new UploadWork(store, tabular);
        this.settings = settings;
        this.clock = clock;
        store.afterRestart();
    }

    /** What came of a wish. */
    public sealed interface Answer {
        /** It is done, or under way. */
        record Taken(String id) implements Answer {}

        /** Too much goes on at this node, or another import of the city. */
        record Busy() implements Answer {}

        /** There is no such upload, or it cannot be imported as it is. */
        record Nothing() implements Answer {}
    }

    /** A check or an import under way. */
    private record Running(CityId city, boolean publishes, Follower follower, Thread thread) {}

    /**
     * Keeps a file and begins to check its rows; nothing is published.
     *
     * @param fileName as the browser tells it
     */
    public Answer submit(CityId city, String fileName, byte[] content) {
        if (running.size() >= MOST_AT_ONCE) {
            return new Answer.Busy();
        }
        Instant now = clock.instant();
        store.tidy(now, city, settings.uploads() - 1);
        Upload upload =
                new Upload(
                        id(),
                        city,
                        plain(fileName),
                        now,
                        now.plus(settings.kept()),
                        Upload.State.CHECKING,
                        false,
                        Optional.empty(),
                        List.of(),
                        Map.of());
        store.add(upload, content);
        begin(upload, false);
        return new Answer.Taken(upload.id());
    }

    /** Begins to publish the rows of a checked upload; those that are refused stay out. */
    public Answer publish(String id) {
        Optional<Upload> found = find(id);
        if (found.isEmpty() || found.get().toPublish() == 0) {
            return new Answer.Nothing();
        }
        CityId city = found.get().city();
        synchronized (this) {
            boolean busy =
                    running.size() >= MOST_AT_ONCE
                            || running.values().stream()
                                    .anyMatch(one -> one.publishes() && one.city().equals(city));
            if (busy) {
                return new Answer.Busy();
            }
            if (!store.begin(id)) {
                return new Answer.Nothing();
            }
            begin(found.get(), true);
        }
        return new Answer.Taken(id);
    }

    /** Ends an import after the row that is at its turn; the rest stays untried. */
    public void stop(String id) {
        Running one = running.get(id);
        if (one != null) {
            one.thread().interrupt();
        }
    }

    /** Forgets an upload, unless something goes on with it. */
    public boolean discard(String id) {
        return !running.containsKey(id) && store.delete(id);
    }

    /** The upload, if it is known and not expired. */
    public Optional<Upload> find(String id) {
        return store.find(id).filter(upload -> upload.expires().isAfter(clock.instant()));
    }

    /** The city's uploads, the newest first. */
    public List<Upload> of(CityId city) {
        Instant now = clock.instant();
        return store.of(city).stream().filter(upload -> upload.expires().isAfter(now)).toList();
    }

    /**
     * Rows of an upload in the order of the file.
     *
     * @param outcome null for all
     * @param warned whether only those with a doubt
     */
    public List<RowOutcome> rows(
            String id, RowOutcome.@Nullable Outcome outcome, boolean warned, int from, int most) {
        return store.rows(id, outcome, warned, from, most);
    }

    /** Number of rows with a doubt that holds nothing back. */
    public int warned(String id) {
        return store.warned(id);
    }

    /** How far a busy upload is. */
    public Progress progress(String id) {
        Running one = running.get(id);
        return one == null ? Progress.NONE : one.follower().now();
    }

    private void begin(Upload upload, boolean publishes) {
        Follower follower = new Follower();
        Thread thread =
                Thread.ofVirtual()
                        .name("silofri-import")
                        .unstarted(() -> {
                            try {
                                work.run(upload, publishes, follower);
                            } finally {
                                running.remove(upload.id());
                            }
                        });
        running.put(upload.id(), new Running(upload.city(), publishes, follower, thread));
        thread.start();
    }

    private String id() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Without the folders that some browsers tell, and without what cannot be shown. */
    private static String plain(String fileName) {
        String last = fileName.replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
        String named = last.isEmpty() ? "file" : last;
        return named.length() <= NAME_CHARACTERS
                ? named
                : named.substring(named.length() - NAME_CHARACTERS);
    }

    /** Breaks off what goes on; imports can be begun again after the next start. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        List<Thread> threads = running.values().stream().map(Running::thread).toList();
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                if (!thread.join(STOP_WITHIN)) {
                    LOG.warn("an import does not stop");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
