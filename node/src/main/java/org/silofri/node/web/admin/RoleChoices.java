package org.silofri.node.web.admin;

import java.util.List;

/**
 * Roles that may be given for a city.
 *
 * @param id of the city
 * @param city its name
 */
record RoleChoices(String id, String city, List<Choice> choices) {

    /**
     * A role.
     *
     * @param value for example {@code PUBLISHER@copenhagen}
     */
    record Choice(String value, String name, String explanation, boolean chosen) {}
}
