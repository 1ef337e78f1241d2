package org.silofri.catalogue.event;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why and after what a new epoch opens. Epochs are 1, 2, 3 … without holes; the event that carries
 * this has seq 1 and the hash of the last kept event as {@code prev}. Epoch 1 needs none.
 *
 * @param previousEpoch the epoch that closes
 * @param lastSeq last kept event of it; 0 when none is kept
 * @param lastHash its hash
 * @param reason why
 * @param resolution hash of the coordinator's event that orders it; {@code null} if the city alone
 *     restored itself
 */
public record EpochStart(
        long previousEpoch,
        long lastSeq,
        String lastHash,
        Reason reason,
        @Nullable String resolution) {

    /**
     * @throws IllegalArgumentException if no log could contain it
     */
    public EpochStart {
        boolean resolved = resolution != null && Hashes.isHash(resolution);
        if (previousEpoch < 1
                || lastSeq < 0
                || !Hashes.isHash(lastHash)
                || (reason == Reason.RESTORED ? resolution != null : !resolved)) {
            throw new IllegalArgumentException(
                    "Epoch start is inconsistent; all reasons but restored cite the coordinator's"
                            + " event");
        }
    }

    /** Why an epoch opens. */
    public enum Reason {
        /** The city lost the tail of its log and goes on from a backup (F8); needs no one. */
        RESTORED("restored"),
        /** The coordinator resolved a fork (F7). */
        RESOLVED_FORK("resolved-fork"),
        /** The coordinator revoked the key that signed the tail (F10). */
        KEY_REVOKED("key-revoked");

        private final String wireName;

        Reason(String wireName) {
            this.wireName = wireName;
        }

        /** As written. */
        public String wireName() {
            return wireName;
        }

        static Optional<Reason> ofWireName(String name) {
            return Arrays.stream(values()).filter(r -> r.wireName.equals(name)).findFirst();
        }
    }
}
