package org.silofri.node.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.silofri.node.web.wording.Wording;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** Renders a template with given content, without a node; keeps the page under target/pages. */
public final class PageRenderer {

    /** The moment at which pages are rendered. */
    public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static final Path FOLDER = Path.of("target", "pages");

    private PageRenderer() {}

    /** Wording at {@link #NOW} in that language. */
    public static Wording wording(String language) {
        return new Wording(
                PageConfiguration.messages(),
                Locale.forLanguageTag(language),
                NOW,
                ZoneId.of("Europe/Copenhagen"));
    }

    /** Renders {@code templates/pages/{template}.html}. */
    public static String render(String template, String language, String name, Object view) {
        ITemplateEngine engine = engine();
        Map<String, Object> model = new HashMap<>();
        model.put(name, view);
        model.put("say", wording(language));
        model.put("frame", frame(language));
        model.put("feeds", FeedLinks.of("search", "", "New", wording(language)));
        var application = JakartaServletWebApplication.buildApplication(new MockServletContext());
        var exchange =
                application.buildExchange(
                        new MockHttpServletRequest(), new MockHttpServletResponse());
        String html =
                engine.process(
                        "pages/" + template,
                        new WebContext(exchange, Locale.forLanguageTag(language), model));
        keep(template + "_" + language, html);
        return html;
    }

    /** What renders templates, without a node. */
    public static ITemplateEngine engine() {
        var engine = new SpringTemplateEngine();
        engine.setTemplateEngineMessageSource(PageConfiguration.messages());
        engine.setTemplateResolver(resolver());
        return engine;
    }

    private static ClassLoaderTemplateResolver resolver() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }

    private static Frame frame(String language) {
        Wording say = wording(language);
        var holdings =
                new Holdings(
                        26,
                        say.when(NOW.minus(Duration.ofMinutes(3))),
                        List.of(new Holdings.Behind("Oslo", say.say("events", 3))),
                        List.of(
                                new Holdings.Place("København", "1:42"),
                                new Holdings.Place("Stavanger", "1:17")));
        return new Frame(
                "København",
                language,
                true,
                PageLanguage.OFFERED.stream().map(offered -> choice(offered, language)).toList(),
                holdings,
                null,
                "/signin");
    }

    private static Frame.Choice choice(Locale offered, String chosen) {
        String tag = offered.getLanguage();
        return new Frame.Choice(
                tag, PageLanguage.autonym(offered), "?lang=" + tag, tag.equals(chosen));
    }

    private static void keep(String name, String html) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(name + ".html"), html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
