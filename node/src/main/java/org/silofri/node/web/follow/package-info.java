/**
 * What somebody follows: the button on pages, the list in the account, the end by a link. Start at
 * {@code FollowsPage}.
 */
@NullMarked
package org.silofri.node.web.follow;

import org.jspecify.annotations.NullMarked;
