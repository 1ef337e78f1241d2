/**
 * Between the log and the broker: what goes out and what comes in (F3). Start at {@code
 * BusReceiver} and {@code BusSender}.
 */
@NullMarked
package org.silofri.node.bus.delivery;

import org.jspecify.annotations.NullMarked;
