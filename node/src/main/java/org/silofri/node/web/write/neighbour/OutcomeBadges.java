package org.silofri.node.web.write.neighbour;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.search.Outcome;
import org.silofri.node.web.listing.Badge;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.listing.Echo;
import org.silofri.node.web.listing.Echoes;
import org.silofri.node.web.wording.Wording;
import org.springframework.stereotype.Component;

/** What came of an entry, with the city's name where it was one, else with their number. */
@Component
class OutcomeBadges {

    private final Echoes echoes;
    private final Cities cities;

    OutcomeBadges(Echoes echoes, Cities cities) {
        this.echoes = echoes;
        this.cities = cities;
    }

    /**
     * @param verdict of the entry itself; null when it has none
     * @param by whose entry it is
     * @param results what was found about it
     */
    List<Badge> of(
            EntryIri entry,
            @Nullable String verdict,
            CityId by,
            Collection<Outcome> results,
            Wording say) {
        Echo echo = echoes.of(entry);
        List<Badge> badges = new ArrayList<>();
        add(badges, Badge.Tone.SCALED, "scaled", echo.scaled(), say);
        add(
                badges,
                Badge.Tone.DISPROVED,
                "disproved",
                found("disproved", verdict, by, results),
                say);
        add(
                badges,
                Badge.Tone.CONFIRMED,
                "confirmed",
                found("confirmed", verdict, by, results),
                say);
        badges.addAll(echo.badges(say));
        return badges;
    }

    private static Set<CityId> found(
            String wanted, @Nullable String verdict, CityId by, Collection<Outcome> results) {
        Set<CityId> found = new TreeSet<>();
        if (wanted.equals(verdict)) {
            found.add(by);
        }
        results.stream()
                .filter(result -> !result.superseded() && result.verdict().equals(wanted))
                .map(Outcome::city)
                .forEach(found::add);
        return found;
    }

    private void add(
            List<Badge> badges, Badge.Tone tone, String key, Set<CityId> where, Wording say) {
        if (where.size() == 1) {
            String city = cities.name(where.iterator().next(), say);
            badges.add(new Badge(tone, say.say("writing.outcome." + key + ".city", city)));
        } else if (!where.isEmpty()) {
            badges.add(
                    new Badge(tone, say.say("writing.outcome." + key + ".cities", where.size())));
        }
    }
}
