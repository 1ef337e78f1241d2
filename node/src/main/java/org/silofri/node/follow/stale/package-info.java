/** Entries that nobody has touched for long. Start at {@code StaleEntries}. Knows no mail. */
@NamedInterface("stale")
@NullMarked
package org.silofri.node.follow.stale;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
