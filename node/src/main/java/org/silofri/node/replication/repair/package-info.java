/**
 * Asks other nodes over HTTP: what the bus has lost (F5), and before the first own event whether
 * the own log is whole (F8). Start at {@code RepairService}; nothing in the node needs to know it.
 */
@NullMarked
package org.silofri.node.replication.repair;

import org.jspecify.annotations.NullMarked;
