package org.silofri.node.web.page;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Where pages take their words from. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

    @Bean
    MessageSource messageSource() {
        return messages();
    }

    /** The message files; a language without one reads English. */
    static MessageSource messages() {
        var source = new ResourceBundleMessageSource();
        source.setBasename("messages");
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        source.setDefaultLocale(Locale.ENGLISH);
        // one rule for apostrophes, with and without arguments
        source.setAlwaysUseMessageFormat(true);
        return source;
    }
}
