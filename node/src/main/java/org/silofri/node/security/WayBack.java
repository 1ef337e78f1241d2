package org.silofri.node.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The way back to the page that somebody came from; never to another site. */
public final class WayBack {

    private static final int MOST_CHARACTERS = 1_000;

    /** A path of this node: neither {@code //host}, nor {@code /\host}, nor a line break. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x5B\\x5D-\\x7E]*");

    private WayBack() {}

    /**
     * What was asked for, if it leads to a page of this node, else the first page.
     *
     * @param wished as the browser sent it; may be anything
     */
    public static String local(@Nullable String wished) {
        return wished != null
                        && wished.length() <= MOST_CHARACTERS
                        && LOCAL.matcher(wished).matches()
                        && !wished.contains("/../")
                        && !wished.startsWith("/sign")
                        && !wished.equals("/error")
                ? wished
                : "/";
    }

    /**
     * The address of the sign-in page that leads back to the page of this request; for a form that
     * was sent, to the page that it stood on.
     */
    public static String signIn(HttpServletRequest request) {
        String back = local(request.getMethod().equals("GET") ? here(request) : before(request));
        return back.equals("/")
                ? "/signin"
                : "/signin?from=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }

    private static String here(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** Path and query of the page before, if it was one of this node. */
    private static @Nullable String before(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        String own = request.getScheme() + "://" + request.getHeader(HttpHeaders.HOST);
        return referer != null && referer.startsWith(own + "/")
                ? referer.substring(own.length())
                : null;
    }
}
