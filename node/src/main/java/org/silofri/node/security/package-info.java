/** Who may call what: tokens, deny by default. Start at {@code SecurityConfiguration}. */
@ApplicationModule(allowedDependencies = {"identity"})
@NullMarked
package org.silofri.node.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
