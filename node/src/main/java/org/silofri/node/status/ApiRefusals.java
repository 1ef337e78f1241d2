package org.silofri.node.status;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.silofri.catalogue.log.Door;
import org.silofri.catalogue.log.Rejection;
import org.silofri.catalogue.log.RejectionReason;
import org.silofri.node.log.LogService;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts what the API for writing refuses, as the other doors count what they refuse (F16). What is
 * only stale or taken is nobody's fault and not counted.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10) // around security, whose refusals count too
class ApiRefusals extends OncePerRequestFilter {

    private static final String UNKNOWN = "?";

    private final LogService logs;
    private final InstantSource clock;

    ApiRefusals(LogService logs, InstantSource clock) {
        this.logs = logs;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                || !request.getRequestURI().startsWith("/api/entries");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        reason(response.getStatus())
                .ifPresent(reason ->
                        logs.log()
                                .rejections()
                                .add(
                                        new Rejection(
                                                clock.instant(),
                                                reason,
                                                Door.API,
                                                request.getRemoteAddr(),
                                                UNKNOWN)));
    }

    private static Optional<RejectionReason> reason(int status) {
        return switch (status) {
            case 400, 415 -> Optional.of(RejectionReason.MALFORMED);
            case 401, 403 -> Optional.of(RejectionReason.NOT_ALLOWED);
            case 413, 422 -> Optional.of(RejectionReason.CONTENT);
            case 429 -> Optional.of(RejectionReason.QUOTA);
            default -> Optional.empty();
        };
    }
}
