package org.silofri.node.follow;

import java.time.Instant;

/**
 * Somebody follows something.
 *
 * @param account id of who follows
 * @param since last change of the logs before it was followed; nothing older is told
 */
public record Follow(String id, String account, FollowTarget target, long since, Instant madeAt) {}
