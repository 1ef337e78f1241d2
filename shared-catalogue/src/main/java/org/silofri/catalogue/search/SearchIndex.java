package org.silofri.catalogue.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.silofri.catalogue.projection.Generations;
import org.silofri.catalogue.projection.Projection;
import org.silofri.catalogue.projection.Rebuild;

/**
 * Finds entries by words of any of the languages. Safe for use by many threads; one of them applies
 * batches.
 *
 * <p>No text that a reader can write makes a search fail, and no query is dearer than its bounds
 * allow ({@link SearchRequest}).
 */
public final class SearchIndex implements AutoCloseable {

    private final Generations generations;
    private final ScheduledExecutorService committer;
    private final ScheduledFuture<?> committing;
    private volatile IndexGeneration current;

    private SearchIndex(Generations generations) {
        this.generations = generations;
        this.current = IndexGeneration.open(generations.current());
        this.committer =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("silofri-search-commit").factory());
        long every = IndexGeneration.COMMIT_AFTER.toMillis() / 5;
        this.committing =
                committer.scheduleWithFixedDelay(
                        () -> current.commitIfDue(), every, every, TimeUnit.MILLISECONDS);
    }

    /**
     * Opens or creates the index, and removes what a rebuild left behind that was cut short.
     *
     * @param folder owned by this object; no other process may use it
     * @throws UncheckedIOException if the folder cannot be read or written
     */
    public static SearchIndex open(Path folder) {
        return new SearchIndex(Generations.open(folder));
    }

    IndexGeneration generation() {
        return current;
    }

    /** Answers a search from the latest view of the index. */
    public SearchResult search(SearchRequest request) {
        try (View view = view()) {
            return new Searching(view).search(request);
        } catch (IOException e) {
            throw new UncheckedIOException("The index cannot be read; run silofri rebuild", e);
        }
    }

    /**
     * Problems, pilots, solutions and results whose title says much the same as a text.
     *
     * @param text a title, also an unfinished one; cut after {@value SearchRequest#MOST_CHARACTERS}
     *     characters
     * @param lang the reader's language
     * @param most hits wanted, 1 to {@value SearchRequest#MOST_HITS}
     */
    public List<SimilarHit> similar(String text, String lang, int most) {
        SearchRequest bounded = SearchRequest.of(text, lang);
        try (View view = view()) {
            int bound = Math.clamp(most, 1, SearchRequest.MOST_HITS);
            return new Searching(view).similar(bounded.q(), bounded.lang(), bound);
        } catch (IOException e) {
            throw new UncheckedIOException("The index cannot be read; run silofri rebuild", e);
        }
    }

    private View view() {
        while (true) {
            View latest = current.view();
            if (latest.hold()) {
                return latest;
            }
            if (committing.isCancelled()) {
                throw new IllegalStateException("The index is closed");
            }
        }
    }

    /** Last change of the log that searches see. */
    public long checkpoint() {
        return current.checkpoint();
    }

    /** What feeds the index in use; stays the same across a rebuild. */
    public Projection projection() {
        return new SearchProjection(this);
    }

    /** Starts to build the index anew beside the one in use. */
    public Rebuild rebuild() {
        return new SearchRebuild(this, IndexGeneration.open(generations.prepare()));
    }

    synchronized void replaceBy(IndexGeneration rebuilt) {
        IndexGeneration old = current;
        rebuilt.commitNow();
        generations.switchTo(rebuilt.folder());
        current = rebuilt;
        throwAway(old);
    }

    /** Running searches keep the files that they have open. */
    void throwAway(IndexGeneration generation) {
        generation.close();
        generations.remove(generation.folder());
    }

    /** Commits and closes; call no search afterwards. */
    @Override
    public void close() {
        committing.cancel(false);
        committer.shutdown();
        current.close();
    }
}
