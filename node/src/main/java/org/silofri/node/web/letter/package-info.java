/**
 * Letters in the words of their readers: digests, reminders. Start at {@code MailLetters}. Knows
 * nothing of how they are sent.
 */
@NullMarked
package org.silofri.node.web.letter;

import org.jspecify.annotations.NullMarked;
