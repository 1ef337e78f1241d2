/**
 * Pure decisions on events that arrive: the sequence gate (F1 to F8, F12, F15 to F19). Start at
 * {@code SequenceGate}. No clock and no I/O.
 */
@NullMarked
package org.silofri.catalogue.replication;

import org.jspecify.annotations.NullMarked;
