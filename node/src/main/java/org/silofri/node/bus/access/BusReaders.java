package org.silofri.node.bus.access;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.membership.Member;

/** Which readers the hub has, as the coordinator's log tells (F11). */
public final class BusReaders {

    private BusReaders() {}

    /**
     * The active members that speak for themselves, each with the active cities that it hosts.
     *
     * @param self the coordinator, which needs no login
     */
    public static Map<String, BusReader> of(Collection<Member> members, CityId self) {
        return members.stream()
                .filter(member -> !member.busUser().isEmpty() && !member.city().equals(self))
                .filter(BusReaders::active)
                .map(member -> new BusReader(member.busUser(), cities(member, members)))
                .collect(
                        Collectors.toMap(
                                BusReader::user,
                                reader -> reader,
                                BusReaders::together,
                                TreeMap::new));
    }

    private static Set<CityId> cities(Member host, Collection<Member> members) {
        Set<CityId> cities = new TreeSet<>(Set.of(host.city()));
        members.stream()
                .filter(BusReaders::active)
                .filter(member -> member.hostedBy().filter(host.base()::equals).isPresent())
                .map(Member::city)
                .forEach(cities::add);
        return cities;
    }

    private static BusReader together(BusReader one, BusReader other) {
        Set<CityId> cities = new TreeSet<>(one.cities());
        cities.addAll(other.cities());
        return new BusReader(one.user(), cities);
    }

    private static boolean active(Member member) {
        return member.state() == Member.State.ACTIVE;
    }
}
