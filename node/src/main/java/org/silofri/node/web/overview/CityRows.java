package org.silofri.node.web.overview;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.silofri.node.membership.Member;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.wording.Wording;
import org.springframework.stereotype.Component;

/** The cities as rows of a table, most entries first. */
@Component
public class CityRows {

    private final Cities cities;

    CityRows(Cities cities) {
        this.cities = cities;
    }

    /** All members, also those that have published nothing. */
    public List<CityRow> all(Map<String, Tally> byCity, Wording say) {
        return rows(byCity, Narrowed.NOT, member -> true, say);
    }

    /** Members that have published something in that part of the catalogue. */
    public List<CityRow> active(Map<String, Tally> byCity, Narrowed part, Wording say) {
        return rows(byCity, part, member -> tally(byCity, member).entries() > 0, say);
    }

    private List<CityRow> rows(
            Map<String, Tally> byCity, Narrowed part, Predicate<Member> shown, Wording say) {
        return cities.all().stream()
                .filter(shown)
                .sorted(
                        Comparator.comparingLong((Member member) -> tally(byCity, member).entries())
                                .reversed()
                                .thenComparing(
                                        member -> member.name(say.language()), say.alphabetical()))
                .map(member ->
                        new CityRow(
                                cities.line(member.city(), say),
                                TallyLine.of(tally(byCity, member), part.to(member.city()), say)))
                .toList();
    }

    private static Tally tally(Map<String, Tally> byCity, Member member) {
        return byCity.getOrDefault(member.city().value(), Tally.NONE);
    }
}
