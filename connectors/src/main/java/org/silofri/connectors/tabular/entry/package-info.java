/**
 * What a row says as RDF: whose entry it is, and the candidate that it becomes. Start at {@code
 * RowMapper}.
 */
@NullMarked
package org.silofri.connectors.tabular.entry;

import org.jspecify.annotations.NullMarked;
