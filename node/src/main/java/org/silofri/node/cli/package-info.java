/** The {@code silofri} command. Start at {@code SilofriCommand}. */
@ApplicationModule
@NullMarked
package org.silofri.node.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
