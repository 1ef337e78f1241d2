/** Taking a published entry back, with the reason. Start at {@code WithdrawPage}. */
@NullMarked
package org.silofri.node.web.write.withdraw;

import org.jspecify.annotations.NullMarked;
