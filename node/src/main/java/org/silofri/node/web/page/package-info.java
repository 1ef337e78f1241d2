/**
 * What stands around every page: its language, the frame with menu and foot, where styles come
 * from. Start at {@code Page} and {@code Frame}. Knows nothing of a single page.
 */
@NullMarked
package org.silofri.node.web.page;

import org.jspecify.annotations.NullMarked;
