/**
 * Before any handler: who calls, and whether that call is allowed to them. Start at {@code
 * SecurityConfiguration}.
 */
@NullMarked
package org.silofri.node.security.door;

import org.jspecify.annotations.NullMarked;
