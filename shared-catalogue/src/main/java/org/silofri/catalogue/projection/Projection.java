package org.silofri.catalogue.projection;

/**
 * Something that is computed from the log and can be deleted and computed again: the graph, the
 * index. It holds its own checkpoint and commits it with its data (F4), so that it never knows more
 * or less than it says.
 *
 * <p>What an implementation must bear:
 *
 * <ul>
 *   <li>The same change twice, and a whole log again from 0. An entry never goes back: a change is
 *       ignored when the projection holds a later position of the same entry.
 *   <li>{@code PayloadErased}: when the entry's current version is the erased one, nothing of it
 *       remains; a later version stays (F14).
 *   <li>{@code EpochStarted}: what it holds of that city from the closed epoch beyond its last kept
 *       sequence number goes away, tombstones too; earlier versions that count again follow as
 *       changes (WIRE "Epochs").
 * </ul>
 *
 * <p>Only one thread at a time applies; reading goes on meanwhile.
 */
public interface Projection extends AutoCloseable {

    /** Short and stable: names the checkpoint, the thread and the metrics. */
    String name();

    /** The {@code upTo} of the last batch that was committed; 0 when empty. */
    long checkpoint();

    /**
     * Applies a batch and commits it together with its checkpoint; all or nothing.
     *
     * @throws RuntimeException if nothing was committed; the same batch, or a smaller one from the
     *     same place, comes again
     */
    void apply(Batch batch);

    /** Ends cleanly; what was committed stays. */
    @Override
    void close();
}
