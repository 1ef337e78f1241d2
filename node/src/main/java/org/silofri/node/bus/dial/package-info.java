/**
 * The way to the hub: its address, TLS for the broker's connector, and what to tell when it fails.
 * Start at {@code HubAddress}.
 */
@NullMarked
package org.silofri.node.bus.dial;

import org.jspecify.annotations.NullMarked;
