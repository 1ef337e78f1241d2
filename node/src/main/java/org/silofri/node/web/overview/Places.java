package org.silofri.node.web.overview;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.silofri.node.membership.Coordinates;
import org.silofri.node.membership.Member;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.map.Mark;
import org.silofri.node.web.map.NordicMap;
import org.silofri.node.web.wording.Wording;
import org.springframework.stereotype.Component;

/** The cities on the map. */
@Component
public class Places {

    private final Cities cities;

    Places(Cities cities) {
        this.cities = cities;
    }

    /** A mark for each city that told where it lies, as large as its number of entries. */
    public List<Mark> marks(Map<String, Long> entries, Wording say) {
        return marks(entries, member -> true, say);
    }

    /** Marks for the cities that have entries. */
    public List<Mark> active(Map<String, Long> entries, Wording say) {
        return marks(entries, member -> entries.getOrDefault(member.city().value(), 0L) > 0, say);
    }

    private List<Mark> marks(Map<String, Long> entries, Predicate<Member> shown, Wording say) {
        return NordicMap.marks(
                cities.all().stream()
                        .filter(shown)
                        .flatMap(member ->
                                member.at().stream().map(at -> place(member, at, entries, say)))
                        .toList());
    }

    private static NordicMap.City place(
            Member member, Coordinates at, Map<String, Long> entries, Wording say) {
        String name = member.name(say.language());
        long count = entries.getOrDefault(member.city().value(), 0L);
        return new NordicMap.City(
                name,
                say.say("home.mark", name, count),
                at.latitude(),
                at.longitude(),
                count,
                Cities.page(member.city()));
    }
}
