/**
 * CloudEvents as they lie on the bus, and the names of addresses and queues there. Start at {@code
 * BusMessage}.
 */
@NullMarked
package org.silofri.node.bus.message;

import org.jspecify.annotations.NullMarked;
