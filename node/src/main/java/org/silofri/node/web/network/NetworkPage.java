package org.silofri.node.web.network;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.status.CityStatus;
import org.silofri.node.status.NetworkStatus;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.page.Page;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /network}: how far each city's log has come here, and what is missing. */
@Page
class NetworkPage {

    private static final int SHORT = 12;
    private static final String NOTHING = "–";

    private final NodeIdentity identity;
    private final NetworkStatus status;
    private final Cities cities;
    private final Wordings wordings;

    NetworkPage(NodeIdentity identity, NetworkStatus status, Cities cities, Wordings wordings) {
        this.identity = identity;
        this.status = status;
        this.cities = cities;
        this.wordings = wordings;
    }

    @GetMapping("/network")
    String network(Locale locale, Model model) {
        model.addAttribute("view", view(status.cities(), wordings.in(locale)));
        return "pages/network";
    }

    private NetworkView view(List<CityStatus> members, Wording say) {
        String coordinator = identity.network().coordinator().value();
        long current =
                members.stream()
                        .filter(city -> !city.city().equals(coordinator))
                        .filter(city -> city.state() == CityStatus.State.CURRENT)
                        .count();
        long nodes = members.stream().filter(city -> city.hostedBy() == null).count();
        long others = members.stream().filter(city -> !city.city().equals(coordinator)).count();
        return new NetworkView(
                members.stream()
                        .map(city -> row(city, say))
                        .sorted(
                                Comparator.comparing(
                                        row -> row.city().city().label(), say.alphabetical()))
                        .toList(),
                say.number(current),
                say.number(others),
                say.number(nodes));
    }

    private NetworkView.Row row(CityStatus status, Wording say) {
        CityId city = new CityId(status.city());
        boolean healthy = status.state() == CityStatus.State.CURRENT;
        Long age = status.ageSeconds();
        return new NetworkView.Row(
                cities.line(city, say),
                cities.heldBy(city, say),
                status.seq() == 0 ? NOTHING : status.epoch() + ":" + status.seq(),
                start(status.hash()),
                start(status.digest()),
                status.digest(),
                say.number(status.behind()),
                say.number(status.quarantined()),
                age == null ? null : say.when(Instant.now().minus(Duration.ofSeconds(age))),
                say.say("network.state." + status.state().name().toLowerCase(Locale.ROOT)),
                healthy,
                status.seq() == 0
                        ? NOTHING
                        : say.say(
                                "network.receipts.of",
                                say.number(status.receipts().size()),
                                say.number(status.nodes())));
    }

    private static String start(String hash) {
        return hash.length() > SHORT ? hash.substring(0, SHORT) : hash;
    }
}
