/**
 * Spreadsheets (XLSX, CSV) as candidates: template columns, row mapping, error list. Start at
 * {@code TabularRoute}.
 */
@NullMarked
package org.silofri.connectors.tabular;

import org.jspecify.annotations.NullMarked;
