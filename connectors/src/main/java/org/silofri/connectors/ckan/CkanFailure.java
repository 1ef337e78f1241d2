package org.silofri.connectors.ckan;

import java.time.Duration;
import org.silofri.connectors.Remark;

/** A page could not be had; tells the route whether to try again. */
abstract sealed class CkanFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Remark remark;

    private CkanFailure(Remark remark) {
        super(remark.toString());
        this.remark = remark;
    }

    Remark remark() {
        return remark;
    }

    /** The portal has trouble: asking again later may help. */
    static final class Unavailable extends CkanFailure {
        private static final long serialVersionUID = 1L;

        Unavailable(String key, String... args) {
            super(Remark.of(key, args));
        }
    }

    /** The portal asks for patience (429, or 503 with Retry-After). */
    static final class Busy extends CkanFailure {
        private static final long serialVersionUID = 1L;

        private final Duration retryAfter;

        Busy(Duration retryAfter) {
            super(Remark.of("ckan.busy", String.valueOf(retryAfter.toSeconds())));
            this.retryAfter = retryAfter;
        }

        Duration retryAfter() {
            return retryAfter;
        }
    }

    /** The answer is of no use: asking again does not help. */
    static final class Useless extends CkanFailure {
        private static final long serialVersionUID = 1L;

        Useless(String key, String... args) {
            super(Remark.of(key, args));
        }
    }
}
