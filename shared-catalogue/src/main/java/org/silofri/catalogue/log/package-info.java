/**
 * The append-only logs of all cities in one SQLite file, with all that shares their transactions.
 * Start at {@code EventLog}. Knows no RDF store, index or transport.
 */
@NullMarked
package org.silofri.catalogue.log;

import org.jspecify.annotations.NullMarked;
