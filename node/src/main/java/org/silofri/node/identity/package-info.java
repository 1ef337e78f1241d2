/** Who this node is: keys, own cities, base IRIs. Start at {@code NodeIdentity}. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.silofri.node.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
