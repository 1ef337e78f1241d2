package org.silofri.catalogue.negotiation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a caller accepts (RFC 9110, 12.5.1): of the ranges that hold a media type the most specific
 * one gives its weight, and a weight of 0 excludes it. Elements that cannot be read are passed
 * over.
 */
public final class Accept {

    private final List<MediaRange> ranges;

    private Accept(List<MediaRange> ranges) {
        this.ranges = ranges;
    }

    /**
     * Reads a header.
     *
     * @param header its value; blank when it was not sent, which means that everything is accepted
     */
    public static Accept of(String header) {
        if (header.isBlank()) {
            return new Accept(List.of(new MediaRange("*", "*", 1)));
        }
        return new Accept(
                Quoted.split(header, ',').stream()
                        .map(MediaRange::of)
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** How a media type is accepted. */
    private record Liking(String offered, double weight, int specificity, int place) {}

    private static final Comparator<Liking> BEST_FIRST =
            Comparator.comparingDouble(Liking::weight)
                    .thenComparingInt(Liking::specificity)
                    .reversed()
                    .thenComparingInt(Liking::place);

    /**
     * The media type that the caller likes best; of equals the one that it names more exactly, then
     * the one that it names first, then the one that is offered first.
     *
     * @param offered media types in lower case, without parameters
     * @return empty if it accepts none of them
     */
    public Optional<String> best(List<String> offered) {
        List<Liking> likings = new ArrayList<>();
        offered.forEach(type -> liking(type).ifPresent(likings::add));
        return likings.stream()
                .filter(liking -> liking.weight() > 0)
                .sorted(BEST_FIRST)
                .map(Liking::offered)
                .findFirst();
    }

    /** Tells whether the caller asks for exactly that media type, not only for anything. */
    public boolean names(String mediaType) {
        return liking(mediaType)
                .filter(liking -> liking.specificity() == 2 && liking.weight() > 0)
                .isPresent();
    }

    private Optional<Liking> liking(String type) {
        Liking most = null;
        for (int i = 0; i < ranges.size(); i++) {
            MediaRange range = ranges.get(i);
            if (range.includes(type) && (most == null || outdoes(range, most))) {
                most = new Liking(type, range.weight(), range.specificity(), i);
            }
        }
        return Optional.ofNullable(most);
    }

    private static boolean outdoes(MediaRange range, Liking known) {
        return range.specificity() == known.specificity()
                ? range.weight() > known.weight()
                : range.specificity() > known.specificity();
    }
}
