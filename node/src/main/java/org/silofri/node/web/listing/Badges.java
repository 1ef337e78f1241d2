package org.silofri.node.web.listing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.search.Outcome;
import org.silofri.node.web.listing.Badge.Tone;
import org.silofri.node.web.wording.Terms;
import org.silofri.node.web.wording.Wording;
import org.silofri.ontology.CodeList;

/** Outcomes in a word or two. */
public final class Badges {

    private static final String DISPROVED = "disproved";
    private static final String CONFIRMED = "confirmed";

    private Badges() {}

    /** What an entry says of itself: how far it scaled, and its verdict. */
    public static List<Badge> of(@Nullable String rung, @Nullable String verdict, Wording say) {
        List<Badge> badges = new ArrayList<>();
        if (rung != null) {
            String label = Terms.of(CodeList.RUNG, rung, say.language()).label();
            badges.add(new Badge(Tone.SCALED, say.say("badge.scaled", label)));
        }
        if (verdict != null) {
            String label = Terms.of(CodeList.VERDICT, verdict, say.language()).label();
            badges.add(new Badge(tone(verdict), label));
        }
        return badges;
    }

    /** What results of others say about it, by the number of cities. */
    public static List<Badge> of(List<Outcome> outcomes, Wording say) {
        List<Badge> badges = new ArrayList<>();
        long disproved = cities(outcomes, DISPROVED);
        if (disproved > 0) {
            badges.add(new Badge(Tone.DISPROVED, say.say("badge.disproved.cities", disproved)));
        }
        long confirmed = cities(outcomes, CONFIRMED);
        if (confirmed > 0) {
            badges.add(new Badge(Tone.CONFIRMED, say.say("badge.confirmed.cities", confirmed)));
        }
        return badges;
    }

    private static long cities(List<Outcome> outcomes, String verdict) {
        return outcomes.stream()
                .filter(outcome -> !outcome.superseded() && outcome.verdict().equals(verdict))
                .map(Outcome::city)
                .distinct()
                .count();
    }

    private static Tone tone(String verdict) {
        return switch (verdict) {
            case DISPROVED -> Tone.DISPROVED;
            case CONFIRMED -> Tone.CONFIRMED;
            case "inconclusive" -> Tone.OPEN;
            default -> Tone.QUIET;
        };
    }
}
