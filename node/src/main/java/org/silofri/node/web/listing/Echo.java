package org.silofri.node.web.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.web.wording.Wording;

/**
 * What cities say of an entry by entries of their own, each signed by the city that says it.
 *
 * @param same other cities that say they have the same problem
 * @param adopted other cities that say they have taken it up
 * @param scaled cities that tell of a step of scaling it, its own among them
 */
public record Echo(Set<CityId> same, Set<CityId> adopted, Set<CityId> scaled) {

    /** Nobody says anything. */
    public static final Echo NONE = new Echo(Set.of(), Set.of(), Set.of());

    public Echo {
        same = Set.copyOf(same);
        adopted = Set.copyOf(adopted);
        scaled = Set.copyOf(scaled);
    }

    /** How many have it too, and how many have adopted it; nothing where nobody has. */
    public List<Badge> badges(Wording say) {
        List<Badge> badges = new ArrayList<>();
        if (!adopted.isEmpty()) {
            badges.add(
                    new Badge(Badge.Tone.SCALED, say.say("writing.echo.adopted", adopted.size())));
        }
        if (!same.isEmpty()) {
            badges.add(new Badge(Badge.Tone.OPEN, say.say("writing.echo.same", same.size())));
        }
        return badges;
    }
}
