/** Search over the index, as an API. Start at {@code SearchController}. */
@ApplicationModule(allowedDependencies = {"membership", "projection"})
@NullMarked
package org.silofri.node.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
