/**
 * Files with rows (XLSX, CSV) as plain cells, within limits that are checked before a parser sees
 * the file. Start at {@code TableFile}. Knows nothing of entries.
 */
@NullMarked
package org.silofri.connectors.table;

import org.jspecify.annotations.NullMarked;
