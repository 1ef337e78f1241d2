package org.silofri.node.web.wording;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which languages a reader is given, best first, when the own one is missing.
 *
 * <p>Scandinavians read a neighbour's language sooner than English, or as soon. Finns and
 * Icelanders read English first; then the Nordic language they have learned at school, Swedish or
 * Danish.
 */
final class Reading {

    private static final List<String> REST = List.of("en", "da", "nb", "sv", "nn");

    private Reading() {}

    /** Languages to try in this order, the reader's own first. */
    static List<String> order(String reader) {
        return switch (reader) {
            case "da" -> List.of("da", "nb", "nn", "en", "sv");
            case "nb" -> List.of("nb", "nn", "da", "en", "sv");
            case "nn" -> List.of("nn", "nb", "da", "en", "sv");
            case "sv" -> List.of("sv", "nb", "da", "nn", "en");
            case "fi" -> List.of("fi", "en", "sv", "nb", "da", "nn");
            case "is" -> List.of("is", "en", "da", "nb", "nn", "sv");
            case "en" -> REST;
            default -> Stream.concat(Stream.of(reader), REST.stream()).toList();
        };
    }
}
