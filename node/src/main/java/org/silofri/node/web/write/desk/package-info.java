/** What waits for whom: drafts, what publishers are to look at, news. Start at {@code DeskPage}. */
@NullMarked
package org.silofri.node.web.write.desk;

import org.jspecify.annotations.NullMarked;
