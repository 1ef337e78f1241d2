/** The members page, with admission by the coordinator. Start at {@code MembersPage}. */
@NullMarked
package org.silofri.node.web.members;

import org.jspecify.annotations.NullMarked;
