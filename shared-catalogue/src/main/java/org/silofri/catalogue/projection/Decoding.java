package org.silofri.catalogue.projection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.event.CatalogueEvent;
import org.silofri.catalogue.event.Decoded;
import org.silofri.catalogue.event.Payload;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.log.LogChange;

/**
 * Reads what events say. Several projectors share one, so that the second need not read again what
 * the first has read a moment ago. An erasure makes it forget everything, so that nothing erased
 * lingers here (F14). For any number of threads.
 */
public final class Decoding {

    /** Signatures and payloads kept; the triples read from them take more. */
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private final Map<Long, Known> latest = new LinkedHashMap<>();
    private long bytes;

    private record Known(SignedEvent event, Decoded decoded) {
        int size() {
            Payload payload = event.payload();
            return event.jws().length() + (payload == null ? 0 : payload.size());
        }

        boolean isOf(SignedEvent other) {
            return event.jws().equals(other.jws())
                    && Objects.equals(event.payload(), other.payload());
        }
    }

    /** What the event of this change says. */
    Decoded decode(LogChange change) {
        @Nullable Known known = known(change.n());
        if (known != null && known.isOf(change.event())) {
            return known.decoded();
        }
        Decoded decoded = CatalogueEvent.decode(change.event());
        if (decoded instanceof Decoded.Sound(CatalogueEvent.PayloadErased _)) {
            forget();
        } else {
            keep(change.n(), new Known(change.event(), decoded));
        }
        return decoded;
    }

    private synchronized void forget() {
        latest.clear();
        bytes = 0;
    }

    private synchronized @Nullable Known known(long n) {
        return latest.get(n);
    }

    private synchronized void keep(long n, Known known) {
        @Nullable Known before = latest.put(n, known);
        bytes += known.size() - (before == null ? 0 : before.size());
        var eldest = latest.values().iterator();
        while (bytes > MOST_BYTES && eldest.hasNext()) {
            bytes -= eldest.next().size();
            eldest.remove();
        }
    }
}
