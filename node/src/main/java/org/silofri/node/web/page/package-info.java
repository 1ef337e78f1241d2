/**
 * What all pages share: languages, wording, the frame around a page, entries as lines of a list.
 * Start at {@code Frame}. Knows nothing of a single page.
 */
@NullMarked
package org.silofri.node.web.page;

import org.jspecify.annotations.NullMarked;
