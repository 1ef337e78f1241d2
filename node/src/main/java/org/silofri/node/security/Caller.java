package org.silofri.node.security;

import org.silofri.catalogue.entry.CityId;

/**
 * Who calls, as proved by a token.
 *
 * @param label what the token was made for; for the audit trail, never a person's name
 * @param city the one city that the role is for; the node's own for an operator
 */
public record Caller(String label, Role role, CityId city) {

    /** Tells whether the caller may write entries of that city. */
    public boolean mayPublish(CityId of) {
        return switch (role) {
            case PUBLISHER, COORDINATOR -> city.equals(of);
            case OPERATOR -> false;
        };
    }
}
