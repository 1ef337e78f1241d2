package org.silofri.catalogue.negotiation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One range of an {@code Accept} header. Parameters other than the weight are not looked at.
 *
 * @param type for example {@code text}, or {@code *}
 * @param subtype for example {@code turtle}, or {@code *}
 * @param weight 0 to 1; 0 means "not this"
 */
record MediaRange(String type, String subtype, double weight) {

    private static final String ANY = "*";
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern RANGE = Pattern.compile("(" + TOKEN + ")/(" + TOKEN + ")");
    private static final Pattern WEIGHT =
            Pattern.compile("[qQ]\\s*=\\s*(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)");
    private static final Pattern ANY_WEIGHT = Pattern.compile("[qQ]\\s*=.*");

    /**
     * Reads one element of the header.
     *
     * @return empty for what is no media range, or has a weight that is none
     */
    static Optional<MediaRange> of(String element) {
        List<String> parts = Quoted.split(element, ';');
        Matcher range = RANGE.matcher(parts.getFirst().strip());
        if (!range.matches()) {
            return Optional.empty();
        }
        String type = range.group(1).toLowerCase(Locale.ROOT);
        String subtype = range.group(2).toLowerCase(Locale.ROOT);
        if (type.equals(ANY) && !subtype.equals(ANY)) {
            return Optional.empty();
        }
        return weight(parts.subList(1, parts.size()))
                .map(weight -> new MediaRange(type, subtype, weight));
    }

    private static Optional<Double> weight(List<String> parameters) {
        for (String parameter : parameters) {
            String plain = parameter.strip();
            if (ANY_WEIGHT.matcher(plain).matches()) {
                Matcher weight = WEIGHT.matcher(plain);
                return weight.matches()
                        ? Optional.of(Double.valueOf(weight.group(1)))
                        : Optional.empty();
            }
        }
        return Optional.of(1.0);
    }

    boolean includes(String mediaType) {
        return switch (specificity()) {
            case 0 -> true;
            case 1 -> mediaType.startsWith(type + "/");
            default -> mediaType.equals(type + "/" + subtype);
        };
    }

    /** 2 for one media type, 1 for all of a type, 0 for everything. */
    int specificity() {
        if (type.equals(ANY)) {
            return 0;
        }
        return subtype.equals(ANY) ? 1 : 2;
    }
}
