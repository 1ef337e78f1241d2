package org.silofri.node.follow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.graph.EntryRecord.IncomingLink;
import org.silofri.catalogue.search.Hit;
import org.silofri.catalogue.search.Match;
import org.silofri.catalogue.search.SearchResult;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.projection.Projections;

/** Decides which occurrences concern somebody. */
final class Interests {

    /** What a reader of the search sees without turning the page counts, however near it is. */
    private static final int FIRST_PAGE = 50;

    private final List<Follow> follows;
    private final Set<CityId> own;
    private final Set<String> ownBases = new HashSet<>();
    private final Map<Follow, Set<String>> entries = new HashMap<>();

    /**
     * @param language that the reader's searches are asked in
     * @param own cities that the reader writes for
     */
    Interests(
            List<Follow> follows,
            String language,
            Set<CityId> own,
            Projections projections,
            NodeIdentity identity) {
        this.follows = List.copyOf(follows);
        this.own = new TreeSet<>(own);
        own.stream()
                .filter(identity::owns)
                .forEach(city -> ownBases.add(identity.base(city).value()));
        for (Follow follow : follows) {
            switch (follow.target().kind()) {
                case SEARCH -> entries.put(follow, found(follow, language, projections));
                case ENTRY -> entries.put(follow, around(follow, projections));
                case THEME, CITY -> entries.put(follow, Set.of());
            }
        }
    }

    /** Another city speaks of an entry of the reader's own city. */
    boolean isAboutOwn(Occurrence occurrence) {
        return !own.contains(occurrence.city())
                && occurrence.links().stream()
                        .flatMap(link -> EntryIri.parse(link).stream())
                        .anyMatch(entry -> ownBases.contains(entry.base()));
    }

    /** It is in what the reader follows, and happened since then. */
    boolean isFollowed(Occurrence occurrence) {
        return follows.stream()
                .anyMatch(
                        follow -> occurrence.n() > follow.since() && concerns(follow, occurrence));
    }

    private boolean concerns(Follow follow, Occurrence occurrence) {
        String subject = follow.target().subject();
        Set<String> known = entries.getOrDefault(follow, Set.of());
        return switch (follow.target().kind()) {
            case THEME -> occurrence.themes().contains(subject);
            case CITY -> occurrence.city().value().equals(subject);
            case SEARCH -> known.contains(occurrence.entry().value());
            case ENTRY ->
                    known.contains(occurrence.entry().value())
                            || occurrence.links().stream().anyMatch(known::contains);
        };
    }

    /** The entry and what points at it: a result says something of a problem through its pilot. */
    private static Set<String> around(Follow follow, Projections projections) {
        Set<String> around = new HashSet<>();
        around.add(follow.target().subject());
        projections
                .graph()
                .entry(new EntryIri(follow.target().subject()))
                .ifPresent(entry ->
                        entry.incoming().stream()
                                .map(IncomingLink::from)
                                .forEach(from -> around.add(from.iri().value())));
        return around;
    }

    /** What the search finds now: by a word, or near enough to stand on its first page. */
    private static Set<String> found(Follow follow, String language, Projections projections) {
        var search = FollowedSearch.of(follow.target().subject());
        Set<String> found = new HashSet<>();
        int seen = 0;
        for (int page = 1; seen < SearchResult.MOST_RANKED; page++) {
            List<Hit> hits = projections.index().search(search.request(language, page)).hits();
            if (hits.isEmpty()) {
                break;
            }
            for (Hit hit : hits) {
                if (seen < FIRST_PAGE || search.q().isEmpty() || byWord(hit)) {
                    found.add(hit.iri().value());
                }
                seen++;
            }
        }
        return found;
    }

    private static boolean byWord(Hit hit) {
        return hit.why().stream().anyMatch(match -> match.how() == Match.How.WORD);
    }
}
