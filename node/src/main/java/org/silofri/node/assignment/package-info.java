/**
 * Who leads which shared problem: reads it from the logs, decides what may be said next and has it
 * published. Start at {@code LeadService}. Knows no page and no caller: who may ask is checked
 * before.
 */
@ApplicationModule(allowedDependencies = {"identity", "log", "intake", "projection"})
@NullMarked
package org.silofri.node.assignment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
