/**
 * The process a city runs: wiring only, the work is done in the library. Start at {@code
 * SilofriNode}.
 */
@NullMarked
package org.silofri.node;

import org.jspecify.annotations.NullMarked;
