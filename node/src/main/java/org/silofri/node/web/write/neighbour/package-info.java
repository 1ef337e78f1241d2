/**
 * "Has someone tried this?": entries of all cities that are near to what somebody begins to write.
 * Start at {@code Neighbours}.
 */
@NullMarked
package org.silofri.node.web.write.neighbour;

import org.jspecify.annotations.NullMarked;
