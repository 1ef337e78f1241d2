/**
 * Pages about this site itself: the accessibility statement. Start at {@code AccessibilityPage}.
 */
@NullMarked
package org.silofri.node.web.about;

import org.jspecify.annotations.NullMarked;
