/**
 * The form of an entry, kept as a draft, handed on, published; and what happens when two write at
 * once. Start at {@code DraftPage} and {@code DraftChanges}.
 */
@NullMarked
package org.silofri.node.web.write.draft;

import org.jspecify.annotations.NullMarked;
