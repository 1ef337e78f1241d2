/**
 * What several pages tell of cities and themes: open, tried, scaled and refuted, as numbers and as
 * lists; who leads what. Start at {@code Tallies} and {@code Needs}. Numbers come from the index,
 * links from the graph. Knows nothing of a single page.
 */
@NullMarked
package org.silofri.node.web.overview;

import org.jspecify.annotations.NullMarked;
