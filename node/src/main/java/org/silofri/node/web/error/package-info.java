/** Pages for what went wrong, each with a remedy. Start at {@code ErrorPages}. */
@NullMarked
package org.silofri.node.web.error;

import org.jspecify.annotations.NullMarked;
