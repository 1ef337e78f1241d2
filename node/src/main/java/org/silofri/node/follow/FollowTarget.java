package org.silofri.node.follow;

import java.util.Optional;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.ontology.CodeList;

/**
 * Something that can be followed, in its one form.
 *
 * @param subject notation of the theme, id of the city, IRI of the entry, or the search as {@link
 *     FollowedSearch#text()}
 */
public record FollowTarget(FollowKind kind, String subject) {

    private static final int MOST_CHARACTERS = 2_000;

    /**
     * @throws IllegalArgumentException if there can be no such thing
     */
    public FollowTarget {
        subject = kind == FollowKind.SEARCH ? FollowedSearch.of(subject).text() : subject;
        if (subject.length() > MOST_CHARACTERS || !sound(kind, subject)) {
            throw new IllegalArgumentException(
                    "This cannot be followed; follow a search, a theme, a city or an entry");
        }
    }

    /** The target when kind and subject make one, whatever was sent. */
    public static Optional<FollowTarget> of(String kind, String subject) {
        try {
            return Optional.of(new FollowTarget(FollowKind.valueOf(kind), subject));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean sound(FollowKind kind, String subject) {
        return switch (kind) {
            case SEARCH -> !subject.isEmpty();
            case THEME -> CodeList.THEME.concept(subject).isPresent();
            case CITY -> CityId.isValid(subject);
            case ENTRY -> EntryIri.parse(subject).isPresent();
        };
    }
}
