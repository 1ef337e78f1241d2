/**
 * The demonstration: a whole network on one machine, made by the steps of a real one. Start at
 * {@code Demo}.
 */
@NullMarked
package org.silofri.node.cli.demo;

import org.jspecify.annotations.NullMarked;
