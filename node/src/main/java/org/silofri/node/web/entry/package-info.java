/** The page of an entry, own or a peer's. Start at {@code EntryPage}. */
@NullMarked
package org.silofri.node.web.entry;

import org.jspecify.annotations.NullMarked;
