/**
 * Accounts of people: who has one, what it may do, how it is proved and how long that holds. Start
 * at {@code Accounts} and {@code SignIn}. Knows no page.
 */
@NamedInterface("account")
@NullMarked
package org.silofri.node.security.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
