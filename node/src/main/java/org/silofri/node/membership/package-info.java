/** Who belongs to the network, as the coordinator's log says (F11). Start at {@code Members}. */
@ApplicationModule(allowedDependencies = {"identity", "log"})
@NullMarked
package org.silofri.node.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
