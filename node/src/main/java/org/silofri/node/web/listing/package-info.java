/**
 * Entries and cities as lines of a list: where they lead, their outcomes as badges. Start at {@code
 * EntryLines}. Knows nothing of a single page.
 */
@NullMarked
package org.silofri.node.web.listing;

import org.jspecify.annotations.NullMarked;
