package org.silofri.node.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.security.WayBack;
import org.silofri.node.status.CityStatus;
import org.silofri.node.status.RecentStatus;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.wording.Wording;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the frame around a page. */
@Component
public class Frames {

    private final NodeIdentity identity;
    private final RecentStatus status;
    private final Cities cities;
    private final boolean demo;

    Frames(
            NodeIdentity identity,
            RecentStatus status,
            Cities cities,
            @Value("${silofri.demo:false}") boolean demo) {
        this.identity = identity;
        this.status = status;
        this.cities = cities;
        this.demo = demo;
    }

    /** The frame for a request. */
    public Frame of(HttpServletRequest request, Wording say) {
        return new Frame(
                cities.name(identity.name(), say),
                say.language(),
                demo,
                PageLanguage.OFFERED.stream().map(locale -> choice(request, locale, say)).toList(),
                holdings(say),
                Reader.of(request),
                WayBack.signIn(request));
    }

    private static Frame.Choice choice(HttpServletRequest request, Locale locale, Wording say) {
        String href =
                UriComponentsBuilder.fromPath(request.getRequestURI())
                        .query(request.getQueryString())
                        .replaceQueryParam("lang", locale.getLanguage())
                        .build()
                        .toUriString();
        return new Frame.Choice(
                locale.getLanguage(),
                PageLanguage.autonym(locale),
                href,
                locale.getLanguage().equals(say.language()));
    }

    private Holdings holdings(Wording say) {
        List<CityStatus> held =
                status.cities().stream().filter(city -> !isCoordinator(city)).toList();
        Instant now = Instant.now();
        return new Holdings(
                held.size(),
                held.stream()
                        .map(CityStatus::ageSeconds)
                        .filter(java.util.Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .map(age -> say.when(now.minus(Duration.ofSeconds(age))))
                        .orElse(null),
                held.stream()
                        .filter(city -> city.behind() > 0)
                        .map(city ->
                                new Holdings.Behind(
                                        name(city, say), say.say("events", city.behind())))
                        .toList(),
                held.stream()
                        .filter(city -> city.seq() > 0)
                        .map(city ->
                                new Holdings.Place(
                                        name(city, say), city.epoch() + ":" + city.seq()))
                        .toList());
    }

    private boolean isCoordinator(CityStatus city) {
        return city.city().equals(identity.network().coordinator().value());
    }

    private String name(CityStatus city, Wording say) {
        return cities.name(new CityId(city.city()), say);
    }
}
