package org.silofri.node.web.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of a page: chosen by {@code ?lang=}, else by the cookie of an earlier choice, else
 * by what the browser accepts, else English. Anything but a language that pages have is ignored.
 */
public final class PageLanguage implements LocaleResolver, HandlerInterceptor {

    /** Languages that pages have, in the order in which they are offered. */
    public static final List<Locale> OFFERED =
            Stream.of("da", "nb", "nn", "sv", "fi", "is", "en").map(Locale::of).toList();

    /**
     * What a reader of a language that pages lack reads as well: the language of the same school
     * and the same town hall. Sami is told apart by country where the browser tells it.
     */
    private static final Map<String, String> NEIGHBOURS =
            Map.ofEntries(
                    Map.entry("no", "nb"),
                    Map.entry("fo", "da"),
                    Map.entry("kl", "da"),
                    Map.entry("se", "nb"),
                    Map.entry("se-se", "sv"),
                    Map.entry("se-fi", "fi"),
                    Map.entry("sma", "nb"),
                    Map.entry("sma-se", "sv"),
                    Map.entry("smj", "sv"),
                    Map.entry("smj-no", "nb"),
                    Map.entry("smn", "fi"),
                    Map.entry("sms", "fi"));

    private static final String PARAMETER = "lang";
    private static final Duration KEPT = Duration.ofDays(365);

    private final String cookie;
    private final boolean https;

    /**
     * @param node several nodes on one host share a cookie jar
     * @param https whether readers reach the node by HTTPS alone, also where a proxy ends it
     */
    PageLanguage(String node, boolean https) {
        this.https = https;
        this.cookie = "silofri_" + node + "_lang";
    }

    /** Name of a language that pages have, in that language itself. */
    static String autonym(Locale language) {
        return switch (language.getLanguage()) {
            case "da" -> "Dansk";
            case "nb" -> "Bokmål";
            case "nn" -> "Nynorsk";
            case "sv" -> "Svenska";
            case "fi" -> "Suomi";
            case "is" -> "Íslenska";
            default -> "English";
        };
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return offered(request.getParameter(PARAMETER))
                .or(() -> offered(cookieValue(request)))
                .orElseGet(() -> accepted(request));
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language of a page is chosen by its reader");
    }

    /** Keeps the reader's choice. */
    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
        offered(request.getParameter(PARAMETER))
                .map(Locale::getLanguage)
                .filter(chosen -> !chosen.equals(cookieValue(request)))
                .map(chosen -> keep(chosen, https || request.isSecure()))
                .ifPresent(kept -> response.addHeader(HttpHeaders.SET_COOKIE, kept));
        return true;
    }

    /** Keeps what the account prefers, as if it had just been chosen; nothing when it is none. */
    public void prefer(@Nullable String tag, HttpServletResponse response) {
        offered(tag)
                .map(Locale::getLanguage)
                .ifPresent(
                        chosen -> response.addHeader(HttpHeaders.SET_COOKIE, keep(chosen, https)));
    }

    private String keep(String language, boolean secure) {
        return ResponseCookie.from(cookie, language)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(KEPT)
                .build()
                .toString();
    }

    private @Nullable String cookieValue(HttpServletRequest request) {
        Cookie kept = WebUtils.getCookie(request, cookie);
        return kept == null ? null : kept.getValue();
    }

    private static Optional<Locale> offered(@Nullable String tag) {
        return OFFERED.stream().filter(locale -> locale.getLanguage().equals(tag)).findFirst();
    }

    private static Locale accepted(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null) {
            return Locale.ENGLISH;
        }
        try {
            return best(Locale.LanguageRange.parse(header));
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }

    /**
     * The first language that pages have; but who asks for Faroese, then English, is given Danish:
     * browsers add English on their own.
     */
    private static Locale best(List<Locale.LanguageRange> ranges) {
        Optional<Locale> near = Optional.empty();
        for (Locale.LanguageRange range : ranges) {
            if (range.getWeight() == 0) {
                continue;
            }
            String tag = range.getRange();
            String language = tag.split("-", 2)[0];
            Optional<Locale> own = offered(language);
            if (own.isPresent()) {
                return own.get().equals(Locale.ENGLISH) ? near.orElse(Locale.ENGLISH) : own.get();
            }
            near =
                    near.or(() -> offered(NEIGHBOURS.get(tag)))
                            .or(() -> offered(NEIGHBOURS.get(language)));
        }
        return near.orElse(Locale.ENGLISH);
    }
}
