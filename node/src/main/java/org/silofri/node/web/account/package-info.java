/**
 * Signing in and out, and what people do with their own account. Start at {@code SignInPage}.
 * Decides nothing: {@code security.account} does.
 */
@NullMarked
package org.silofri.node.web.account;

import org.jspecify.annotations.NullMarked;
