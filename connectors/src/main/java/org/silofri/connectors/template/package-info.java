/**
 * The empty workbook that a city starts from, in its language. Start at {@code Template}. What a
 * filled one may contain stands in {@code tabular}.
 */
@NullMarked
package org.silofri.connectors.template;

import org.jspecify.annotations.NullMarked;
