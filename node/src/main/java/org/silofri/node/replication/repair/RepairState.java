package org.silofri.node.replication.repair;

import org.silofri.node.log.WriteFence;

/**
 * How repair goes.
 *
 * @param alive false when its thread has ended, which nothing but a fault of this program does
 * @param failures rounds that failed one after another; it goes on trying
 * @param fence whether own events may be written (F8)
 */
record RepairState(boolean alive, int failures, WriteFence.State fence) {}
