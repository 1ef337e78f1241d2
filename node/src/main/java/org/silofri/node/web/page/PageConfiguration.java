package org.silofri.node.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.silofri.node.identity.NodeIdentity;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Where pages take their words, their language and their styles from. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LookSettings.class)
class PageConfiguration implements WebMvcConfigurer {

    /** Paths that answer with pages; programs are not given cookies. */
    private static final String[] PAGES = {
        "/",
        "/search",
        "/network",
        "/query",
        "/entry",
        "/doc/**",
        "/c/**",
        "/error",
        // lead cities
        "/board",
        "/board/*",
        "/lead/*",
        "/members",
        // the import page
        "/import",
        "/import/*",
        // accounts
        "/signin",
        "/account",
        "/account/**",
        "/admin/**",
        // public pages
        "/cities",
        "/cities/*",
        "/themes",
        "/themes/*",
        "/companies",
        "/accessibility",
        // writing
        "/write",
        "/write/**",
        // follow
        "/unsubscribe"
    };

    private static final String ENGLISH = "_en.properties";

    private final PageLanguage language;

    PageConfiguration(NodeIdentity identity) {
        this.language =
                new PageLanguage(
                        identity.name().value(), "https".equals(identity.url().getScheme()));
    }

    @Bean
    PageLanguage localeResolver() {
        return language;
    }

    @Bean
    MessageSource messageSource() {
        return messages();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(language).addPathPatterns(PAGES);
    }

    /**
     * Vendored files carry their version in the name, or never change; our own may be stale for
     * minutes.
     */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/vendor/**")
                .addResourceLocations("classpath:/static/vendor/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(30)).cachePublic());
        registry.addResourceHandler("/css/**", "/js/**", "/img/**")
                .addResourceLocations(
                        "classpath:/static/css/", "classpath:/static/js/", "classpath:/static/img/")
                .setCacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic());
    }

    /**
     * The message files, one bundle for each area of the pages; a language without one reads
     * English.
     */
    static MessageSource messages() {
        var source = new PageMessages();
        source.setBasenames(bundles());
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        source.setDefaultLocale(Locale.ENGLISH);
        // one rule for apostrophes, with and without arguments
        source.setAlwaysUseMessageFormat(true);
        return source;
    }

    /** Every {@code messages/*_en.properties}, so that a new area needs no list to be changed. */
    private static String[] bundles() {
        try {
            return Arrays.stream(
                            new PathMatchingResourcePatternResolver()
                                    .getResources("classpath*:messages/*" + ENGLISH))
                    .map(file -> String.valueOf(file.getFilename()))
                    .map(name -> "messages/" + name.substring(0, name.length() - ENGLISH.length()))
                    .sorted()
                    .toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
