/**
 * Who is told what and when: digests of what accounts follow, reminders of stale entries to the
 * cities' mailboxes. Start at {@code MailRound}. Never tells one thing twice (ADR 0141).
 */
@NamedInterface("digest")
@NullMarked
package org.silofri.node.follow.digest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
