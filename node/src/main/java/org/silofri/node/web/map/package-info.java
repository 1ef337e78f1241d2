/**
 * The map of the North, drawn by the server without tiles. Start at {@code NordicMap}. Whoever
 * shows it shows an equal table beside it. Knows nothing of a single page.
 */
@NullMarked
package org.silofri.node.web.map;

import org.jspecify.annotations.NullMarked;
