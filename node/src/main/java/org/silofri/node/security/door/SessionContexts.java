package org.silofri.node.security.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.silofri.node.security.account.Sessions;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Who calls by a session: asked of {@link Sessions} anew for each request, so that nothing of it is
 * kept here.
 */
@Component
class SessionContexts implements SecurityContextRepository {

    private final Sessions sessions;

    SessionContexts(Sessions sessions) {
        this.sessions = sessions;
    }

    // the interface still demands it, and its default of the deferred form calls it
    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        sessions.account(holder.getRequest())
                .ifPresent(account -> context.setAuthentication(Proofs.ofSession(account)));
        return context;
    }

    @Override
    public void saveContext(
            SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // a session is begun and ended by its pages only
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return sessions.account(request).isPresent();
    }
}
