/** Statements about leads as RDF, and back. Start at {@code LeadRdf}. */
@NullMarked
package org.silofri.catalogue.assignment.rdf;

import org.jspecify.annotations.NullMarked;
