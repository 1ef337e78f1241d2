/**
 * How pages say things: texts in the reader's language or the nearest there is, numbers, times,
 * concepts. Start at {@code Wording}. Knows nothing of a page.
 */
@NullMarked
package org.silofri.node.web.wording;

import org.jspecify.annotations.NullMarked;
