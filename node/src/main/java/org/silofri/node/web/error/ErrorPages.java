package org.silofri.node.web.error;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.negotiation.Accept;
import org.silofri.node.web.page.Frame;
import org.silofri.node.web.page.Frames;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers whoever asked for a page with a page, and leaves programs to Problem Details (RFC 9457).
 */
@Component
class ErrorPages implements HandlerExceptionResolver, ErrorViewResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Frames frames;
    private final Wordings wordings;
    private final LocaleResolver languages;

    ErrorPages(Frames frames, Wordings wordings, LocaleResolver languages) {
        this.frames = frames;
        this.wordings = wordings;
        this.languages = languages;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception cause) {
        if (!wantsPage(request)) {
            return null;
        }
        HttpStatusCode status =
                cause instanceof ErrorResponse known
                        ? known.getStatusCode()
                        : HttpStatus.INTERNAL_SERVER_ERROR;
        if (status.is5xxServerError()) {
            LOG.atError()
                    .addKeyValue("route", request.getRequestURI())
                    .setCause(cause)
                    .log("page failed");
        }
        return page(request, status);
    }

    @Override
    public ModelAndView resolveErrorView(
            HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        return page(request, status);
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && Accept.of(accept).names(MediaType.TEXT_HTML_VALUE);
    }

    private ModelAndView page(HttpServletRequest request, HttpStatusCode status) {
        Wording say = wordings.in(languages.resolveLocale(request));
        Frame frame = frames.of(request, say);
        boolean denied = status.value() == 403 && frame.reader() != null;
        return new ModelAndView(
                "pages/problem",
                Map.of(
                        "view",
                        denied ? ErrorView.denied(say) : ErrorView.of(status.value(), say),
                        "say",
                        say,
                        "frame",
                        frame),
                status);
    }
}
