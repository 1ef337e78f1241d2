/** The search page. Start at {@code SearchPage}. */
@NullMarked
package org.silofri.node.web.find;

import org.jspecify.annotations.NullMarked;
