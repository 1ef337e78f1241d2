package org.silofri.node.status;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An answer that may be some seconds old, because asking costs; many callers at once ask once. */
final class Recent<T> {

    private final Supplier<T> source;
    private final Duration fresh;
    private final InstantSource clock;
    private @Nullable Seen<T> last;

    /**
     * @param fresh how old an answer may be
     */
    Recent(Supplier<T> source, Duration fresh, InstantSource clock) {
        this.source = source;
        this.fresh = fresh;
        this.clock = clock;
    }

    private record Seen<T>(T answer, Instant at) {}

    synchronized T get() {
        Instant now = clock.instant();
        Seen<T> seen = last;
        if (seen == null || !now.isBefore(seen.at().plus(fresh))) {
            seen = new Seen<>(source.get(), now);
            last = seen;
        }
        return seen.answer();
    }
}
