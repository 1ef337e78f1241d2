/** The node's log and the notification that it has grown. Start at {@code LogService}. */
@ApplicationModule(allowedDependencies = {"identity"})
@NullMarked
package org.silofri.node.log;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
