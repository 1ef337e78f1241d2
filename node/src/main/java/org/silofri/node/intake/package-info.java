/**
 * The one door for own entries: validates, checks authority and quota, appends. Start at {@code
 * IntakeService}.
 */
@ApplicationModule(allowedDependencies = {"identity", "membership", "log"})
@NullMarked
package org.silofri.node.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
