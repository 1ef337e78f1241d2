package org.silofri.node.web.wording;

import java.util.List;

/** Which languages a reader is given, best first, when the own one is missing. */
final class Reading {

    private static final List<String> FALLBACK = List.of("en", "da", "nb", "sv", "nn");

    private Reading() {}

    /** Languages to try in this order; whoever reads Danish reads Norwegian sooner than English. */
    static List<String> order(String reader) {
        return switch (reader) {
            case "da" -> List.of("da", "nb", "nn", "en", "sv");
            case "nb" -> List.of("nb", "nn", "da", "en", "sv");
            case "nn" -> List.of("nn", "nb", "da", "en", "sv");
            case "sv" -> List.of("sv", "nb", "da", "nn", "en");
            case "en" -> FALLBACK;
            default -> {
                var order = new java.util.ArrayList<String>();
                order.add(reader);
                order.addAll(FALLBACK);
                yield List.copyOf(order);
            }
        };
    }
}
