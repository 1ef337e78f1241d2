/**
 * The fields of an entry: which each kind has, how they read as a graph and back. Start at {@code
 * Fields} and {@code EnteredGraph}. Knows nothing of pages.
 */
@NullMarked
package org.silofri.node.web.write.form;

import org.jspecify.annotations.NullMarked;
