/**
 * The way from a command into a running node: {@code run.json}, the client, and the calls that only
 * its holder may make. Start at {@code NodeClient} and {@code OperatorController}.
 */
@NullMarked
package org.silofri.node.cli.operator;

import org.jspecify.annotations.NullMarked;
