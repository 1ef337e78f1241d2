/**
 * Where things stand in a sheet: its header row, the columns that the headers mean, rows, and what
 * is wrong at a cell. Start at {@code Sheets}.
 */
@NullMarked
package org.silofri.connectors.tabular.sheet;

import org.jspecify.annotations.NullMarked;
