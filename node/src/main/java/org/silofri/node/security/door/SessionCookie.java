package org.silofri.node.security.door;

import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.SessionTrackingMode;
import java.util.Set;
import org.silofri.node.identity.NodeIdentity;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.stereotype.Component;

/**
 * The cookie of a session: named after the node, since several nodes on one host share a cookie
 * jar; not for scripts, not for requests that another site begins with a form, and over HTTPS only
 * where the node has such an address.
 */
@Component
class SessionCookie implements ServletContextInitializer {

    private final NodeIdentity identity;

    SessionCookie(NodeIdentity identity) {
        this.identity = identity;
    }

    @Override
    public void onStartup(ServletContext context) {
        context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
        SessionCookieConfig cookie = context.getSessionCookieConfig();
        cookie.setName("silofri_" + identity.name() + "_s");
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        if ("https".equals(identity.url().getScheme())) {
            cookie.setSecure(true);
        }
    }
}
