package org.silofri.node.web.news;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.graph.EntrySummary;
import org.silofri.catalogue.overview.Withdrawal;
import org.silofri.catalogue.search.Hit;
import org.silofri.node.identity.NodeSettings;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.listing.EntryLinks;
import org.silofri.node.web.wording.Terms;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.Wording;
import org.silofri.ontology.CodeList;
import org.springframework.stereotype.Component;

/** Makes items of a feed from what the stores give. */
@Component
class NewsItems {

    private static final String DISPROVED = "disproved";

    private final NodeSettings settings;
    private final EntryLinks links;
    private final Cities cities;

    NewsItems(NodeSettings settings, EntryLinks links, Cities cities) {
        this.settings = settings;
        this.links = links;
        this.cities = cities;
    }

    /** An address on this node in full. */
    String absolute(String path) {
        return settings.url() + path;
    }

    NewsItem of(Hit hit, Wording say) {
        String passage = hit.snippet().text();
        return new NewsItem(
                hit.iri().value(),
                url(hit.iri()),
                title(Text.pick(hit.title(), say.language()), hit.verdict(), say),
                cities.name(hit.city(), say),
                passage.isEmpty() ? null : Text.of(passage, hit.snippet().lang(), say.language()),
                hit.updated(),
                tags(hit.kind(), hit.themes(), hit.verdict(), hit.rung(), say));
    }

    NewsItem of(EntrySummary entry, Wording say) {
        return new NewsItem(
                entry.iri().value(),
                url(entry.iri()),
                title(Text.pick(entry.title(), say.language()), entry.verdict(), say),
                cities.name(entry.city(), say),
                null,
                entry.updated(),
                tags(entry.kind(), entry.themes(), entry.verdict(), entry.rung(), say));
    }

    /** A notice instead of the content, which is no longer shown (F13). */
    NewsItem of(Withdrawal withdrawal, Wording say) {
        String city = cities.name(withdrawal.city(), say);
        String kind = Terms.kind(withdrawal.entry().kind(), say.language()).label();
        Map<String, String> reason = withdrawal.reason();
        return new NewsItem(
                withdrawal.entry().value(),
                url(withdrawal.entry()),
                Text.plain(say.say("public.feed.withdrawn", kind, city)),
                city,
                reason.isEmpty() ? null : Text.pick(reason, say.language()),
                withdrawal.at(),
                tags(withdrawal.entry().kind(), List.of(), null, null, say));
    }

    private String url(EntryIri entry) {
        return absolute(links.page(entry));
    }

    /** That something was refuted is told where no reader misses it. */
    private static Text title(Text title, @Nullable String verdict, Wording say) {
        return DISPROVED.equals(verdict)
                ? new Text(say.say("public.feed.refuted", title.value()), title.lang())
                : title;
    }

    private static List<NewsItem.Tag> tags(
            EntryKind kind,
            List<String> themes,
            @Nullable String verdict,
            @Nullable String rung,
            Wording say) {
        List<NewsItem.Tag> tags = new ArrayList<>();
        tags.add(tag(CodeList.KIND, kind.path(), say));
        if (verdict != null) {
            tags.add(tag(CodeList.VERDICT, verdict, say));
        }
        if (rung != null) {
            tags.add(tag(CodeList.RUNG, rung, say));
        }
        themes.forEach(theme -> tags.add(tag(CodeList.THEME, theme, say)));
        return tags;
    }

    private static NewsItem.Tag tag(CodeList list, String notation, Wording say) {
        return new NewsItem.Tag(
                list.iri(), notation, Terms.of(list, notation, say.language()).label());
    }
}
