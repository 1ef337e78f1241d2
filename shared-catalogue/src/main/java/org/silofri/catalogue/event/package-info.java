/**
 * The signed event: envelope, compact JWS, salted payload, and its forms on the bus and in batches
 * (WIRE.md). Start at {@code SignedEvent}. Knows no store and no transport.
 */
@NullMarked
package org.silofri.catalogue.event;

import org.jspecify.annotations.NullMarked;
