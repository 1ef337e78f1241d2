/**
 * The network page: cities, heads, what is behind or in quarantine. Start at {@code NetworkPage}.
 */
@NullMarked
package org.silofri.node.web.network;

import org.jspecify.annotations.NullMarked;
