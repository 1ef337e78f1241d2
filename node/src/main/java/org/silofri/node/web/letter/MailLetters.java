package org.silofri.node.web.letter;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.node.follow.News;
import org.silofri.node.follow.NewsItem;
import org.silofri.node.follow.digest.Letters;
import org.silofri.node.follow.digest.Recipient;
import org.silofri.node.follow.mail.Letter;
import org.silofri.node.follow.stale.StaleEntry;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.web.listing.Badge;
import org.silofri.node.web.listing.Badges;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.listing.EntryLinks;
import org.silofri.node.web.wording.Terms;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.silofri.ontology.CodeList;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes digests and reminders as plain text and as a simple page that loads nothing. */
@Component
class MailLetters implements Letters {

    private static final String TEMPLATE = "mail/letter";

    private final ITemplateEngine templates;
    private final Wordings wordings;
    private final Cities cities;
    private final EntryLinks links;
    private final NodeIdentity identity;

    MailLetters(
            ITemplateEngine templates,
            Wordings wordings,
            Cities cities,
            EntryLinks links,
            NodeIdentity identity) {
        this.templates = templates;
        this.wordings = wordings;
        this.cities = cities;
        this.links = links;
        this.identity = identity;
    }

    @Override
    public Letter digest(Recipient to, News news, URI unsubscribe) {
        Wording say = words(to.language());
        String node = cities.name(identity.name(), say);
        var view =
                new LetterView(
                        say.language(),
                        say.say("mail.digest.subject", news.count(), first(news, say)),
                        say.say("mail.digest.lead", news.count(), within(say)),
                        sections(news, say),
                        news.more() == 0
                                ? null
                                : new LetterView.Link(
                                        here("/account/follows"),
                                        say.say("mail.digest.more", news.more())),
                        List.of(
                                new LetterView.Link(
                                        here("/account/follows"), say.say("mail.digest.change")),
                                new LetterView.Link(
                                        unsubscribe.toString(), say.say("mail.digest.end"))),
                        List.of(say.say("mail.foot", node), say.say("mail.digest.why")));
        return letter(view, say, unsubscribe);
    }

    @Override
    public Letter reminder(CityId city, String language, List<StaleEntry> stale) {
        Wording say = words(language);
        String name = cities.name(city, say);
        var lines = stale.stream().map(entry -> line(entry, say)).toList();
        var view =
                new LetterView(
                        say.language(),
                        say.say("mail.reminder.subject", stale.size(), name),
                        say.say("mail.reminder.lead", stale.size(), name),
                        List.of(new LetterView.Section(say.say("mail.reminder.entries"), lines)),
                        null,
                        List.of(
                                new LetterView.Link(
                                        here(Cities.entries(city)),
                                        say.say("mail.reminder.all", name))),
                        List.of(
                                say.say("mail.foot", cities.name(identity.name(), say)),
                                say.say("mail.reminder.why", name)));
        return letter(view, say, null);
    }

    private Letter letter(LetterView view, Wording say, @Nullable URI unsubscribe) {
        var context = new Context(Locale.forLanguageTag(say.language()), Map.of("view", view));
        return new Letter(
                say.language(),
                view.subject(),
                PlainText.of(view),
                templates.process(TEMPLATE, context),
                unsubscribe);
    }

    private List<LetterView.Section> sections(News news, Wording say) {
        Map<NewsItem.What, List<LetterView.Line>> byWhat = new EnumMap<>(NewsItem.What.class);
        for (NewsItem item : news.items()) {
            byWhat.computeIfAbsent(item.what(), _ -> new ArrayList<>()).add(line(item, say));
        }
        List<LetterView.Section> sections = new ArrayList<>();
        byWhat.forEach((what, lines) ->
                sections.add(
                        new LetterView.Section(
                                say.say("mail.section." + what.name().toLowerCase(Locale.ROOT)),
                                lines)));
        return sections;
    }

    private LetterView.Line line(NewsItem item, Wording say) {
        List<String> about = new ArrayList<>();
        about.add(Terms.kind(item.entry().kind(), say.language()).label());
        about.add(cities.name(item.city(), say));
        Badges.of(item.rung(), item.verdict(), say).stream().map(Badge::label).forEach(about::add);
        item.themes().stream()
                .map(theme -> Terms.theme(theme, say.language()).label())
                .forEach(about::add);
        Text title = title(item, say);
        return new LetterView.Line(
                page(item.entry()), title.value(), title.lang(), String.join(" · ", about));
    }

    private LetterView.Line line(StaleEntry entry, Wording say) {
        Text title = Text.pick(entry.title(), say.language());
        String status = Terms.of(CodeList.STATUS, entry.status(), say.language()).label();
        return new LetterView.Line(
                page(entry.entry()),
                title.value(),
                title.lang(),
                say.say(
                        "mail.reminder.line",
                        Terms.kind(entry.entry().kind(), say.language()).label(),
                        status,
                        date(entry.touched(), say)));
    }

    /** What is withdrawn has no title any more. */
    private static Text title(NewsItem item, Wording say) {
        return item.title().isEmpty()
                ? Text.plain(Terms.kind(item.entry().kind(), say.language()).label())
                : Text.pick(item.title(), say.language());
    }

    private static String first(News news, Wording say) {
        return title(news.items().getFirst(), say).value();
    }

    private String page(EntryIri entry) {
        return here(links.page(entry));
    }

    private String here(String path) {
        String base = identity.url().toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }

    /** This node in the middle of a sentence. */
    private String within(Wording say) {
        return identity.coordinator()
                ? say.say("coordinator.within")
                : cities.name(identity.name(), say);
    }

    private static String date(Instant moment, Wording say) {
        return DateTimeFormatter.ofPattern(
                        say.say("time.date"), Locale.forLanguageTag(say.language()))
                .format(moment.atZone(ZoneId.systemDefault()));
    }

    private Wording words(String language) {
        return wordings.in(Locale.forLanguageTag(language));
    }
}
