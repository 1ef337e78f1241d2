package org.silofri.node.web.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sees of the own account.
 *
 * @param name sign-in name
 * @param email empty when there is none
 * @param language BCP 47 tag; empty when none is chosen
 * @param problem what is wrong with what was sent; null when nothing is
 */
record AccountView(
        String name,
        String display,
        String email,
        String language,
        List<Rights.Right> rights,
        @Nullable String problem) {}
