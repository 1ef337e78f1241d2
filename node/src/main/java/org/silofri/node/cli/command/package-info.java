/** The commands about one node, a class each; they act through {@code NodeClient}. */
@NullMarked
package org.silofri.node.cli.command;

import org.jspecify.annotations.NullMarked;
