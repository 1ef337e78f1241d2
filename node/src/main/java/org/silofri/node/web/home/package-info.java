/** The first page: what the network is, its map, what is new. Start at {@code HomePage}. */
@NullMarked
package org.silofri.node.web.home;

import org.jspecify.annotations.NullMarked;
