/**
 * The nodes of the demo as processes: their names, folders, ports, settings, and which of them run.
 */
@NullMarked
package org.silofri.node.cli.demo.process;

import org.jspecify.annotations.NullMarked;
