package org.silofri.node.web.importing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.silofri.node.importing.ImportSettings;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets uploads through at the import page alone, and none that is too large, before anything reads
 * the body: else the parts of any request would be kept in files (ADR 0132).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UploadGate extends OncePerRequestFilter {

    private static final String UPLOADS = "/import";

    /** For the other fields and the borders between parts. */
    private static final long AROUND_FILE = 64 * 1024;

    private final long most;

    UploadGate(ImportSettings settings) {
        this.most = settings.file().toBytes() + AROUND_FILE;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getMethod().equals(HttpMethod.POST.name())
                || !request.getRequestURI().equals(UPLOADS)) {
            refuse(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Files are uploaded at /import only");
        } else if (request.getContentLengthLong() < 0) {
            refuse(response, HttpStatus.LENGTH_REQUIRED, "Tell the length of the upload");
        } else if (request.getContentLengthLong() > most) {
            // a reader's browser: with a page, for which nothing is read from a body of that size
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Answers at once: an error page would ask for parameters, and so read the body. */
    private static void refuse(HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONNECTION, "close");
        response.getOutputStream()
                .write(
                        "{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                                .formatted(status.getReasonPhrase(), status.value(), detail)
                                .getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }
}
