package org.silofri.node.web.page;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.silofri.node.security.Caller;
import org.silofri.node.security.Role;
import org.springframework.security.core.Authentication;

/**
 * Who has signed in, as far as pages show it: what is offered, never what is allowed.
 *
 * @param name display name of the account
 * @param canEdit whether drafts may be written for some city
 * @param canPublish whether entries may be published for some city
 * @param coordinates whether this is the coordinator's staff
 * @param administers whether accounts of some city are managed
 */
public record Reader(
        String name,
        boolean canEdit,
        boolean canPublish,
        boolean coordinates,
        boolean administers) {

    /** Who has signed in; null for everybody else, also for the holder of a token. */
    static @Nullable Reader of(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication proved
                        && proved.getPrincipal() instanceof Caller caller
                        && caller.account() != null
                ? of(caller)
                : null;
    }

    private static Reader of(Caller caller) {
        return new Reader(
                caller.name(),
                !caller.edits().isEmpty(),
                !caller.publishes().isEmpty(),
                caller.roles().contains(Role.COORDINATOR),
                !caller.administers().isEmpty());
    }
}
