package org.silofri.node.web.news;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.graph.EntryRecord;
import org.silofri.catalogue.overview.Overview;
import org.silofri.catalogue.overview.Withdrawal;
import org.silofri.catalogue.search.SearchRequest;
import org.silofri.node.projection.Projections;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.listing.EntryLinks;
import org.silofri.node.web.listing.Summaries;
import org.silofri.node.web.overview.Narrowed;
import org.silofri.node.web.wording.Terms;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.Wording;
import org.springframework.stereotype.Component;

/** Gathers what is new. */
@Component
class News {

    private final Projections projections;
    private final Withdrawals withdrawals;
    private final NewsItems items;
    private final EntryLinks links;
    private final Cities cities;

    News(
            Projections projections,
            Withdrawals withdrawals,
            NewsItems items,
            EntryLinks links,
            Cities cities) {
        this.projections = projections;
        this.withdrawals = withdrawals;
        this.items = items;
        this.links = links;
        this.cities = cities;
    }

    /**
     * The newest of what a search finds; with words, the newest of its best hits.
     *
     * @param title of the feed
     * @param home path of the page that shows the same
     * @param self path of the feed
     */
    NewsFeed of(Narrowed part, String words, String title, String home, String self, Wording say) {
        int most = words.isBlank() ? NewsFeed.MOST : SearchRequest.MOST_HITS;
        var request = new SearchRequest(words, say.language(), part.filters(), 1, most);
        List<NewsItem> news = new ArrayList<>();
        projections.index().search(request).hits().stream()
                .map(hit -> items.of(hit, say))
                .forEach(news::add);
        withdrawals.of(part, words).stream()
                .map(withdrawal -> items.of(withdrawal, say))
                .forEach(news::add);
        return new NewsFeed(
                title, items.absolute(home), items.absolute(self), say.language(), news);
    }

    /** An entry and what points at it; empty when it was never here. */
    Optional<NewsFeed> about(EntryIri iri, String self, Wording say) {
        return projections.graph().entry(iri).map(entry -> about(entry, self, say));
    }

    private NewsFeed about(EntryRecord entry, String self, Wording say) {
        List<NewsItem> news = new ArrayList<>();
        String title;
        if (entry.isLive()) {
            news.add(items.of(Summaries.of(entry), say));
            title = Text.pick(entry.title(), say.language()).value();
        } else {
            Withdrawal gone = Overview.withdrawal(entry);
            news.add(items.of(gone, say));
            title =
                    say.say(
                            "public.feed.withdrawn",
                            Terms.kind(entry.kind(), say.language()).label(),
                            cities.name(gone.city(), say));
        }
        entry.incoming().stream()
                .map(EntryRecord.IncomingLink::from)
                .distinct()
                .map(from -> items.of(from, say))
                .forEach(news::add);
        return new NewsFeed(
                say.say("public.feed.entry", title),
                items.absolute(links.page(entry.iri())),
                items.absolute(self),
                say.language(),
                news);
    }
}
