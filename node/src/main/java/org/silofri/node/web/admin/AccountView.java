package org.silofri.node.web.admin;

import java.util.List;
import org.silofri.node.web.account.Rights;

/**
 * What an administrator sees of an account.
 *
 * @param state {@code active}, {@code new} or {@code disabled}
 * @param choices roles for the cities that the reader administers
 * @param others roles for other cities
 * @param manages whether the reader may reset and disable it
 * @param self whether it is the reader's own
 */
record AccountView(
        String name,
        String display,
        String email,
        String state,
        List<RoleChoices> choices,
        List<Rights.Right> others,
        boolean manages,
        boolean self) {}
