package org.silofri.catalogue.log;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import org.silofri.catalogue.entry.CityId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is asked for often, kept in memory: only what is on disk already. */
final class LogState {

    private static final Logger LOG = LoggerFactory.getLogger(LogState.class);

    private final Map<CityId, Head> heads = new ConcurrentSkipListMap<>();
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private final Rejections rejections;
    private volatile long lastChange;

    LogState(Db db) {
        db.list("SELECT city, epoch, seq, hash, time FROM head", Rows::head)
                .forEach(head -> heads.put(head.city(), head));
        lastChange =
                db.first("SELECT coalesce(max(n), 0) FROM change", row -> row.getLong(1))
                        .orElse(0L);
        rejections = new Rejections(db);
    }

    Map<CityId, Head> heads() {
        return heads;
    }

    long lastChange() {
        return lastChange;
    }

    Rejections rejections() {
        return rejections;
    }

    void committed(LogTransaction tx) {
        heads.putAll(tx.newHeads());
        lastChange = Math.max(lastChange, tx.lastChange());
    }

    /** Calls the listeners after a transaction that made the log grow. */
    void announce(LogTransaction tx) {
        if (tx.lastChange() > 0) {
            for (LongConsumer listener : listeners) {
                announce(listener, tx.lastChange());
            }
        }
    }

    EventLog.Listening listen(LongConsumer listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private static void announce(LongConsumer listener, long n) {
        try {
            listener.accept(n);
        } catch (RuntimeException e) {
            // a listener must not stop the writer; it reads the log from its checkpoint anyway
            LOG.atWarn().setCause(e).addKeyValue("change", n).log("growth listener fails");
        }
    }
}
