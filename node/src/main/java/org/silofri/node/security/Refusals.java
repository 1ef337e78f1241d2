package org.silofri.node.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.silofri.catalogue.negotiation.Accept;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Refuses as Problem Details (RFC 9457), each with its remedy. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final JsonMapper json;

    Refusals(JsonMapper json) {
        this.json = json;
    }

    /** 401: no token, or one that proves nobody. */
    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (isReader(request)) {
            // nobody is asked to sign in for a page that is not there
            response.sendError(HttpStatus.NOT_FOUND.value());
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(
                response,
                HttpStatus.UNAUTHORIZED,
                "This call needs a valid token; ask the operator for one (silofri token) and send"
                        + " it as \"Authorization: Bearer …\"");
    }

    private static boolean isReader(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET")
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && accept != null
                && Accept.of(accept).names(MediaType.TEXT_HTML_VALUE);
    }

    /** 403: the token is valid, but not for this. */
    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        write(
                response,
                HttpStatus.FORBIDDEN,
                "This token does not allow the call; use one with the role and city it needs");
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
