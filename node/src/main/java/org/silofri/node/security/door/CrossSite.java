package org.silofri.node.security.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silofri.node.identity.NodeIdentity;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * Tells a form of this node from one of another site. Whoever has signed in has a token in the
 * session; for signing in, a cookie of this node does (so that nobody who only looks costs memory).
 */
@Component
class CrossSite implements CsrfTokenRepository {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final HttpSessionCsrfTokenRepository inSession = new HttpSessionCsrfTokenRepository();
    private final CookieCsrfTokenRepository inCookie = new CookieCsrfTokenRepository();

    CrossSite(NodeIdentity identity) {
        boolean secure = "https".equals(identity.url().getScheme());
        // several nodes on one host share a cookie jar
        inCookie.setCookieName("silofri_" + identity.name() + "_f");
        inCookie.setCookiePath("/");
        inCookie.setCookieCustomizer(cookie -> {
            cookie.httpOnly(true).sameSite("Lax");
            if (secure) {
                cookie.secure(true);
            }
        });
    }

    /**
     * A change that a browser could be made to send. One with an {@code Authorization} header is
     * none: no form has it, and it is the header alone that then counts ({@link TokenFilter}). Nor
     * are a query by POST and a pushed range, which look at no session.
     */
    static boolean mayComeFromAnotherSite(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !READING.contains(request.getMethod())
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                // a mail program's one click has no form (RFC 8058); the link itself is signed
                && !path.equals("/unsubscribe")
                && !path.equals("/sparql")
                && !path.equals("/feed")
                && !path.startsWith("/feed/");
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return of(request).generateToken(request);
    }

    @Override
    public void saveToken(
            @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        of(request).saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return of(request).loadToken(request);
    }

    private CsrfTokenRepository of(HttpServletRequest request) {
        return request.getSession(false) == null ? inCookie : inSession;
    }
}
