/**
 * Names and content of catalogue entries: cities, IRIs, kinds and canonical snapshots (WIRE
 * "Names", "Payload"). Start at {@code Snapshot}. Knows nothing of events or stores.
 */
@NullMarked
package org.silofri.catalogue.entry;

import org.jspecify.annotations.NullMarked;
