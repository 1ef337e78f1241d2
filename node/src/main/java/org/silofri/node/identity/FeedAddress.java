package org.silofri.node.identity;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where others may pull a city's log. Every node of the network will call that address, so nothing
 * but the plain address of a web server is taken.
 */
public final class FeedAddress {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private FeedAddress() {}

    /** What is wrong with the address and what helps; empty when it is good. */
    public static Optional<String> objection(URI feed) {
        boolean plain =
                feed.getScheme() != null
                        && SCHEMES.contains(feed.getScheme().toLowerCase(Locale.ROOT))
                        && feed.getHost() != null
                        && feed.getRawUserInfo() == null
                        && feed.getRawQuery() == null
                        && feed.getRawFragment() == null;
        return plain
                ? Optional.empty()
                : Optional.of(
                        "%s cannot be a feed; give an http or https address with a host, without"
                                        .formatted(feed)
                                + " user, query and fragment, for example https://silofri.example");
    }

    /** Reads an address; empty when it is no good one. */
    public static Optional<URI> parse(String text) {
        try {
            return Optional.of(URI.create(text)).filter(feed -> objection(feed).isEmpty());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
