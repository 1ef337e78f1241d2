/** The broker inside the node and what the hub has beyond a city. Start at {@code BusBroker}. */
@NullMarked
package org.silofri.node.bus.broker;

import org.jspecify.annotations.NullMarked;
