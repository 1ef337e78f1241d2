/** The read-only SPARQL endpoint, hardened. Start at {@code SparqlController}. */
@ApplicationModule(allowedDependencies = {"identity", "projection"})
@NullMarked
package org.silofri.node.sparql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
