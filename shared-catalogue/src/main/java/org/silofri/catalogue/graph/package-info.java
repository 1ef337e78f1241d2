/**
 * The entries as RDF in TDB2: a named graph per entry, provenance graphs, digests. The only package
 * that touches TDB2. Start at {@code GraphStore}.
 */
@NullMarked
package org.silofri.catalogue.graph;

import org.jspecify.annotations.NullMarked;
