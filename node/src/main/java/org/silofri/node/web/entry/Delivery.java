package org.silofri.node.web.entry;

import java.util.List;

/**
 * How far the newest version has come (F9).
 *
 * @param shared whether another node has it
 * @param holders how many nodes have it
 * @param nodes how many other nodes there are
 * @param waiting names of the nodes that lack it
 */
record Delivery(boolean shared, int holders, int nodes, List<String> waiting) {}
