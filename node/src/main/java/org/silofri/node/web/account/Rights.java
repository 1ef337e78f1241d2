package org.silofri.node.web.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.security.Grant;
import org.silofri.node.security.Role;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.wording.Wording;
import org.springframework.stereotype.Component;

/** What somebody may do, in words. */
@Component
public class Rights {

    private final Cities cities;

    Rights(Cities cities) {
        this.cities = cities;
    }

    /**
     * The roles for a city.
     *
     * @param city its name
     */
    public record Right(String city, List<RoleText> roles) {}

    /**
     * A role in words.
     *
     * @param name for example Publisher
     * @param explanation what it allows
     */
    public record RoleText(String name, String explanation) {}

    /** City by city. */
    public List<Right> of(Collection<Grant> grants, Wording say) {
        var byCity = new TreeMap<CityId, List<Role>>();
        grants.stream()
                .sorted()
                .forEach(grant ->
                        byCity.computeIfAbsent(grant.city(), city -> new ArrayList<>())
                                .add(grant.role()));
        return byCity.entrySet().stream()
                .map(entry ->
                        new Right(
                                cities.name(entry.getKey(), say),
                                entry.getValue().stream().map(role -> text(role, say)).toList()))
                .toList();
    }

    /** For example {@code Publisher, København}. */
    public String of(Grant grant, Wording say) {
        return text(grant.role(), say).name() + ", " + cities.name(grant.city(), say);
    }

    /** A role. */
    public static RoleText text(Role role, Wording say) {
        String key = "account.role." + role.name().toLowerCase(Locale.ROOT);
        return new RoleText(say.say(key), say.say(key + ".text"));
    }
}
