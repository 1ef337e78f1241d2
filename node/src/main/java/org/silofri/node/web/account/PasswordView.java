package org.silofri.node.web.account;

import org.jspecify.annotations.Nullable;

/**
 * What the page for a new password shows.
 *
 * @param name sign-in name, for password managers
 * @param must whether nothing else is allowed before
 * @param problem what is wrong with the remedy; null at first
 */
record PasswordView(String name, boolean must, @Nullable String problem) {}
