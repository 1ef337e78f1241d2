package org.silofri.node.membership;

import org.silofri.catalogue.event.PublicKey;

/**
 * A key that signs for a member.
 *
 * @param validFrom first sequence number that it may sign; it ends where the next key begins
 */
public record MemberKey(PublicKey key, long validFrom) {}
