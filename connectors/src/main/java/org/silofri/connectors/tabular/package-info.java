/**
 * Spreadsheets (XLSX, CSV) as candidates: the import of a file, its route, and what became of each
 * row. Start at {@code TabularRoute}.
 */
@NullMarked
package org.silofri.connectors.tabular;

import org.jspecify.annotations.NullMarked;
