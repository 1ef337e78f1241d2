package org.silofri.node.web.importing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.silofri.catalogue.negotiation.Accept;
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
            refuse(
                    response,
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "Files are uploaded at /import only");
        } else if (request.getContentLengthLong() < 0) {
            refuse(response, HttpStatus.LENGTH_REQUIRED, "Tell the length of the upload");
        } else if (request.getContentLengthLong() > most) {
            tooLarge(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** A reader finds the page again with what was wrong, a program the status. */
    private static void tooLarge(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null || !Accept.of(accept).names(MediaType.TEXT_HTML_VALUE)) {
            refuse(response, HttpStatus.CONTENT_TOO_LARGE, "Split the file into several");
            return;
        }
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, UPLOADS + "?large");
        response.setHeader(HttpHeaders.CONNECTION, "close");
        response.flushBuffer();
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
