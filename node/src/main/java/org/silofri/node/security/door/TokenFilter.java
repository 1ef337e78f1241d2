package org.silofri.node.security.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.silofri.node.security.Caller;
import org.silofri.node.security.OperatorToken;
import org.silofri.node.security.TokenStore;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns a bearer token (RFC 6750) into a {@link Caller}; a token that proves nobody is refused,
 * also where the browser has a session: what a call may do never depends on both.
 */
class TokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final TokenStore tokens;
    private final OperatorToken operator;
    private final AuthenticationEntryPoint refusal;

    TokenFilter(TokenStore tokens, OperatorToken operator, AuthenticationEntryPoint refusal) {
        this.tokens = tokens;
        this.operator = operator;
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Caller> caller = header.startsWith(SCHEME) ? caller(header) : Optional.empty();
        if (caller.isEmpty()) {
            refusal.commence(request, response, new BadCredentialsException("unknown token"));
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(Proofs.ofToken(caller.get()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private Optional<Caller> caller(String header) {
        String token = header.substring(SCHEME.length()).strip();
        return operator.caller(token).or(() -> tokens.caller(token));
    }
}
