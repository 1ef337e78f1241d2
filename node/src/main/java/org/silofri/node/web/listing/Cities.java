package org.silofri.node.web.listing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.membership.Member;
import org.silofri.node.membership.Members;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.Wording;
import org.springframework.stereotype.Component;

/** Names of cities in the reader's language. */
@Component
public class Cities {

    private final Members members;

    Cities(Members members) {
        this.members = members;
    }

    /** The city; one that is no member any more is shown by its id. */
    public Term term(CityId city, Wording say) {
        return new Term(city.value(), name(city, say));
    }

    /** The city at the head of a row. */
    public CityLine line(CityId city, Wording say) {
        String country = members.byCity(city).map(Member::country).orElse("");
        return new CityLine(
                term(city, say),
                city.equals(members.coordinator()) ? entries(city) : page(city),
                country.isEmpty() ? "" : say.countryName(country),
                example(city));
    }

    /** Address of the city's page. */
    public static String page(CityId city) {
        return "/cities/" + city;
    }

    /** Address of the search for the city's entries. */
    public static String entries(CityId city) {
        return "/search?city=" + city;
    }

    /** The city's name. */
    public String name(CityId city, Wording say) {
        if (city.equals(members.coordinator())) {
            return say.say("coordinator");
        }
        return members.byCity(city).map(member -> member.name(say.language())).orElse(city.value());
    }

    /** Whether nothing proves that the city itself has joined. */
    public boolean example(CityId city) {
        return !city.equals(members.coordinator())
                && !members.byCity(city).map(Member::confirmed).orElse(false);
    }

    /** Name of whoever holds the city's key for it; null when it does so itself. */
    public @Nullable String heldBy(CityId city, Wording say) {
        return members.byCity(city)
                .flatMap(Member::hostedBy)
                .map(host ->
                        members.byBase(host.value())
                                .map(member -> holder(member.city(), say))
                                .orElse(host.value()))
                .orElse(null);
    }

    private String holder(CityId city, Wording say) {
        return city.equals(members.coordinator()) ? say.say("coordinator.within") : name(city, say);
    }

    /** Whether the city stands among the cities: the coordinator does not. */
    public boolean listed(CityId city) {
        return !city.equals(members.coordinator()) && members.byCity(city).isPresent();
    }

    /** Members of the network but its coordinator. */
    public java.util.List<Member> all() {
        return members.all().stream()
                .filter(member -> !member.city().equals(members.coordinator()))
                .toList();
    }

    /** The member, when it is one. */
    public Optional<Member> find(CityId city) {
        return members.byCity(city);
    }
}
