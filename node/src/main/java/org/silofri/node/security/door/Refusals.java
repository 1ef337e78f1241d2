package org.silofri.node.security.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.silofri.catalogue.negotiation.Accept;
import org.silofri.node.security.WayBack;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses programs with Problem Details (RFC 9457), each with its remedy; leads people to the
 * sign-in page and back, or shows them a page.
 */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final JsonMapper json;
    private final SignedInPages pages;

    Refusals(JsonMapper json, SignedInPages pages) {
        this.json = json;
        this.pages = pages;
    }

    /** 401: no token, or one that proves nobody; a person is asked to sign in where that helps. */
    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (isPerson(request)) {
            if (pages.has(request)) {
                response.setStatus(HttpStatus.SEE_OTHER.value());
                response.setHeader(HttpHeaders.LOCATION, WayBack.signIn(request));
            } else {
                // nobody is asked to sign in for a page that is not there
                response.sendError(HttpStatus.NOT_FOUND.value());
            }
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(
                response,
                HttpStatus.UNAUTHORIZED,
                "This call needs a valid token; make one on the page /account/tokens, or ask the"
                        + " operator for one (silofri token), and send it as \"Authorization:"
                        + " Bearer …\"");
    }

    /** 403: who calls is known, but may not do this; or a form that may be another site's. */
    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller == null || caller instanceof AnonymousAuthenticationToken) {
            commence(request, response, new InsufficientAuthenticationException("nobody", cause));
        } else if (isPerson(request) && mustChoosePassword(caller)) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, "/account/password");
        } else if (isPerson(request)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else {
            write(response, HttpStatus.FORBIDDEN, detail(cause));
        }
    }

    private static String detail(AccessDeniedException cause) {
        return cause instanceof CsrfException
                ? "A change with a session needs the session's token; send the header X-CSRF-TOKEN"
                        + " with what the form's field _csrf holds, or use a bearer token"
                : "This token or account does not allow the call; use one with the role and city"
                        + " it needs";
    }

    private static boolean mustChoosePassword(Authentication caller) {
        return caller.getAuthorities().stream()
                .anyMatch(authority -> Proofs.NEWCOMER.equals(authority.getAuthority()));
    }

    private static boolean isPerson(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && accept != null
                && Accept.of(accept).names(MediaType.TEXT_HTML_VALUE);
    }

    private void write(HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(
                        json.writeValueAsBytes(
                                new Problem(status.getReasonPhrase(), status.value(), detail)));
    }

    /**
     * Members of a problem document that has no type of its own.
     *
     * @param detail what is wrong and what to do
     */
    record Problem(String title, int status, String detail) {}
}
