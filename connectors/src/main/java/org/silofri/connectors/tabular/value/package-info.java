/**
 * What one cell says: numbers, dates, codes in seven languages, references to entries. Knows
 * neither rows nor sheets. Start at {@code Values}.
 */
@NullMarked
package org.silofri.connectors.tabular.value;

import org.jspecify.annotations.NullMarked;
