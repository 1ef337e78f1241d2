package org.silofri.node.web.city;

import java.util.Locale;
import java.util.Optional;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.membership.Member;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.page.FeedLinks;
import org.silofri.node.web.page.Page;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** {@code /cities/{city}}: a city's give and take, goals, problems, pilots, results, partners. */
@Page
class CityPage {

    private final Cities cities;
    private final CityViews views;
    private final Wordings wordings;

    CityPage(Cities cities, CityViews views, Wordings wordings) {
        this.cities = cities;
        this.views = views;
        this.wordings = wordings;
    }

    @GetMapping("/cities/{city}")
    String city(@PathVariable String city, Locale locale, Model model) {
        Member member =
                Optional.of(city)
                        .filter(CityId::isValid)
                        .map(CityId::new)
                        .filter(cities::listed)
                        .flatMap(cities::find)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Wording say = wordings.in(locale);
        CityView view = views.view(member, say);
        model.addAttribute("view", view);
        model.addAttribute(
                "feeds",
                FeedLinks.of(
                        "cities/" + member.city(),
                        "",
                        say.say("public.feed.city", view.city().city().label()),
                        say));
        return "pages/city";
    }
}
