package org.silofri.node.follow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.graph.EntryRecord;
import org.silofri.node.follow.NewsItem.What;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.log.LogService;
import org.silofri.node.projection.Projections;
import org.silofri.ontology.SF;
import org.springframework.stereotype.Component;

/** Finds what is new in what somebody follows. Keeps nothing; thread-safe. */
@Component
public class NewsReader {

    private static final Comparator<NewsItem> ORDER =
            Comparator.comparing(NewsItem::what)
                    .thenComparing(NewsItem::time, Comparator.reverseOrder())
                    .thenComparing(NewsItem::entry);

    private final Occurrences occurrences;
    private final Projections projections;
    private final NodeIdentity identity;

    NewsReader(LogService logs, Projections projections, NodeIdentity identity) {
        this.occurrences = new Occurrences(logs.log());
        this.projections = projections;
        this.identity = identity;
    }

    /** Last change of the logs that graph and index both show. */
    public long visible() {
        return Math.min(projections.graph().checkpoint(), projections.indexCheckpoint());
    }

    /**
     * What happened after a change, up to what is visible now.
     *
     * @param language that the reader's searches are asked in
     * @param own cities that the reader writes for
     * @param after last change that the reader has been told
     */
    public News news(List<Follow> follows, String language, Set<CityId> own, long after) {
        long upTo = visible();
        Map<String, List<Occurrence>> byEntry = new LinkedHashMap<>();
        for (Occurrence occurrence : occurrences.between(after, upTo)) {
            byEntry.computeIfAbsent(occurrence.entry().value(), _ -> new ArrayList<>())
                    .add(occurrence);
        }
        if (byEntry.isEmpty()) {
            return new News(List.of(), 0, upTo);
        }
        var interests = new Interests(follows, language, own, projections, identity);
        List<NewsItem> items =
                byEntry.values().stream()
                        .flatMap(one -> item(one, interests).stream())
                        .sorted(ORDER)
                        .toList();
        int shown = Math.min(items.size(), News.MOST);
        return new News(items.subList(0, shown), items.size() - shown, upTo);
    }

    private Optional<NewsItem> item(List<Occurrence> one, Interests interests) {
        boolean own = one.stream().anyMatch(interests::isAboutOwn);
        if (!own && one.stream().noneMatch(interests::isFollowed)) {
            return Optional.empty();
        }
        Occurrence last = one.getLast();
        What what = occurrences.what(one.getFirst(), last);
        if (what == What.WITHDRAWN) {
            return Optional.of(withdrawn(last));
        }
        // taken back since: that is told the next time
        return projections
                .graph()
                .entry(last.entry())
                .filter(EntryRecord::isLive)
                .map(entry -> item(own ? What.OWN : what, entry));
    }

    private static NewsItem withdrawn(Occurrence last) {
        return new NewsItem(
                What.WITHDRAWN,
                last.entry(),
                last.city(),
                Map.of(),
                last.time(),
                null,
                null,
                List.of());
    }

    private static NewsItem item(What what, EntryRecord entry) {
        return new NewsItem(
                what,
                entry.iri(),
                entry.provenance().city(),
                entry.title(),
                entry.provenance().time().orElse(Instant.EPOCH),
                notations(entry, SF.verdict.asNode()).stream().findFirst().orElse(null),
                notations(entry, SF.rung.asNode()).stream().findFirst().orElse(null),
                notations(entry, DCTerms.subject.asNode()));
    }

    /** A concept's IRI ends with its notation. */
    private static List<String> notations(EntryRecord entry, Node property) {
        return entry.values(property).stream()
                .map(Node::toString)
                .map(iri -> iri.substring(iri.lastIndexOf('/') + 1))
                .toList();
    }
}
