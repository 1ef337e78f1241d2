/**
 * What the cities have given each other and which of their problems are solved, for pages that tell
 * of the whole network. Start at {@code Overview}. Reads the graph only; knows nothing of pages.
 */
@NullMarked
package org.silofri.catalogue.overview;

import org.jspecify.annotations.NullMarked;
