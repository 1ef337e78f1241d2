/**
 * What a person types and reads: the options that say which node is meant, progress, and a failure
 * with its remedy.
 */
@NullMarked
package org.silofri.node.cli.terminal;

import org.jspecify.annotations.NullMarked;
