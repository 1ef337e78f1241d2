package org.silofri.connectors.ckan;

import java.net.URI;
import java.time.Duration;
import org.silofri.catalogue.entry.CityId;

/**
 * A portal to harvest.
 *
 * @param name of the source, by which its state is kept; as a city id
 * @param portal address above {@code /api/3/action}, without a slash at the end; the only host that
 *     is ever fetched
 * @param city whose entries its packages become
 * @param language of its texts, as a language tag
 * @param filter Solr filter for {@code fq}, such as {@code dataset_type:showcase}; may be empty
 * @param mapping text of the CONSTRUCT query, see {@link CkanMapping}
 * @param limits how much and how patiently it is fetched
 */
public record CkanSource(
        String name,
        URI portal,
        CityId city,
        String language,
        String filter,
        String mapping,
        Limits limits) {

    public CkanSource {
        boolean plain =
                ("https".equals(portal.getScheme()) || "http".equals(portal.getScheme()))
                        && portal.getHost() != null
                        && portal.getUserInfo() == null
                        && portal.getQuery() == null
                        && portal.getFragment() == null
                        && !portal.getPath().endsWith("/");
        if (!plain) {
            throw new IllegalArgumentException(
                    "Portal address \"%s\" is no plain http(s) address; write https://host[/path]"
                            .formatted(portal));
        }
        if (!CityId.isValid(name)) {
            throw new IllegalArgumentException(
                    "Source name \"%s\" is not 2 to 40 of a-z, 0-9 and -".formatted(name));
        }
    }

    /**
     * Bounds of a harvest.
     *
     * @param pageSize packages of a page, 1 to 1,000
     * @param mostPages pages of one harvest; the next one goes on
     * @param bodyBytes size of one answer
     * @param timeout of connecting, and of one whole answer
     * @param redeliveries how often a page that fails is asked again
     * @param firstDelay before the first time; doubled each time
     * @param longestDelay between two tries, also when the portal asks for more
     */
    public record Limits(
            int pageSize,
            int mostPages,
            int bodyBytes,
            Duration timeout,
            int redeliveries,
            Duration firstDelay,
            Duration longestDelay) {

        /** 100 packages a page, 1,000 pages, 10 MiB, 30 s, five tries from 2 s up to 5 min. */
        public static final Limits DEFAULT =
                new Limits(
                        100,
                        1_000,
                        10 * 1024 * 1024,
                        Duration.ofSeconds(30),
                        5,
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(5));
    }
}
