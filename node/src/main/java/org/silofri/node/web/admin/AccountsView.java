package org.silofri.node.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.node.web.account.Rights;

/**
 * What the page of all accounts shows.
 *
 * @param form what was sent and not taken; empty at first
 * @param problem what is wrong with it; null at first
 */
record AccountsView(
        List<Line> accounts, List<RoleChoices> choices, Form form, @Nullable String problem) {

    /**
     * An account.
     *
     * @param rights of all cities, also of those that the reader does not administer
     * @param state {@code active}, {@code new} (has a password for one time) or {@code disabled}
     * @param href its own page
     */
    record Line(
            String name, String display, List<Rights.Right> rights, String state, String href) {}

    /** The form for a new account. */
    record Form(String name, String display, String email, String language) {

        static final Form EMPTY = new Form("", "", "", "");
    }
}
