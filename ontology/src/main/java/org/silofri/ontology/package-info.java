/**
 * The vocabulary of the network: typed constants, code lists, SHACL shapes and JSON-LD context.
 * Start at {@code Ontology}. Knows no store, no event and no framework.
 */
@NullMarked
package org.silofri.ontology;

import org.jspecify.annotations.NullMarked;
