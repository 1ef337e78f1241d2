package org.silofri.node.membership;

import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.PublicKey;

/**
 * A key that signs for a member.
 *
 * @param validFrom first position that it may sign, epoch and seq from 1; it ends where the next
 *     key begins (ADR 0035)
 */
public record MemberKey(PublicKey key, Position validFrom) {

    /** Where every log begins. */
    public static final Position FIRST = new Position(1, 1);

    /**
     * @throws IllegalArgumentException for a position at which no event stands
     */
    public MemberKey {
        if (validFrom.epoch() < 1 || validFrom.seq() < 1) {
            throw new IllegalArgumentException(
                    "A key cannot be valid from %s; write epoch:seq, both from 1"
                            .formatted(validFrom));
        }
    }

    /** The key of a member that has had no other. */
    public static MemberKey first(PublicKey key) {
        return new MemberKey(key, FIRST);
    }
}
