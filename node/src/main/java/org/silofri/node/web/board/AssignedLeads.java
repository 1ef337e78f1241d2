package org.silofri.node.web.board;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.silofri.catalogue.assignment.LeadRole;
import org.silofri.catalogue.assignment.Leads;
import org.silofri.catalogue.assignment.Leads.Given;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.node.assignment.LeadService;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.listing.CityLine;
import org.silofri.node.web.overview.LeadLines;
import org.silofri.node.web.wording.Wording;
import org.springframework.stereotype.Component;

/** Who leads what, for the first page and the pages of cities. */
@Component
class AssignedLeads implements LeadLines {

    private final LeadService service;
    private final Cities cities;
    private final InstantSource clock;

    AssignedLeads(LeadService service, Cities cities, InstantSource clock) {
        this.service = service;
        this.cities = cities;
        this.clock = clock;
    }

    @Override
    public List<Line> latest(int most, Wording say) {
        return lines(given -> true, most, say);
    }

    @Override
    public List<Line> of(CityId city, int most, Wording say) {
        Leads leads = service.leads();
        return lines(
                given ->
                        given.role().member().equals(city)
                                || followers(leads, given).contains(city),
                most,
                say);
    }

    private List<Line> lines(Predicate<Given> wanted, int most, Wording say) {
        Leads leads = service.leads();
        LocalDate today = Leads.day(clock.instant());
        return leads.given().stream()
                .filter(Given::counts)
                .filter(given -> given.role().role() == LeadRole.LEAD)
                .filter(given -> !given.period().first().isAfter(today))
                .filter(wanted)
                .sorted(
                        Comparator.comparing((Given given) -> given.period().last())
                                .thenComparing(given -> given.period().first())
                                .reversed())
                .flatMap(given -> line(leads, given, today, say).stream())
                .limit(most)
                .toList();
    }

    private Optional<Line> line(Leads leads, Given given, LocalDate today, Wording say) {
        EntryIri problem = given.role().problem();
        LocalDate last = given.period().last();
        return leads.problem(problem)
                .map(shared ->
                        new Line(
                                BoardViews.title(shared, say),
                                "/board/" + problem.key(),
                                last.isBefore(today),
                                cities.line(given.role().member(), say),
                                lines(followers(leads, given), say),
                                last.equals(LocalDate.MAX) ? null : BoardDays.day(last, say)));
    }

    private List<CityLine> lines(List<CityId> followers, Wording say) {
        return followers.stream().map(city -> cities.line(city, say)).toList();
    }

    /** Who has another role for the same problem on the last day on which both can have one. */
    private static List<CityId> followers(Leads leads, Given lead) {
        return leads.given().stream()
                .filter(Given::counts)
                .filter(given -> given.role().problem().equals(lead.role().problem()))
                .filter(given -> given.role().role() != LeadRole.LEAD)
                .filter(given -> given.period().contains(lead.period().first()))
                .map(given -> given.role().member())
                .distinct()
                .toList();
    }
}
