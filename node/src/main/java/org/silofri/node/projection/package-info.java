/** Runs the two projectors and serves their stores to readers. Start at {@code Projections}. */
@ApplicationModule(allowedDependencies = {"identity", "log"})
@NullMarked
package org.silofri.node.projection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
