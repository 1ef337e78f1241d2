/** Who may do what at the hub: logins, readers, what is refused. Start at {@code BusSecurity}. */
@NullMarked
package org.silofri.node.bus.access;

import org.jspecify.annotations.NullMarked;
