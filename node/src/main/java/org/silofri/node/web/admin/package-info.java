/**
 * What administrators of a city do: accounts and the audit trail. Start at {@code AccountsPage}.
 * Decides nothing: {@code security.account} does.
 */
@NullMarked
package org.silofri.node.web.admin;

import org.jspecify.annotations.NullMarked;
