package org.silofri.node.web.board;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silofri.catalogue.assignment.LeadStatement.SharedProblem;
import org.silofri.catalogue.assignment.Leads;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.node.assignment.LeadService;
import org.silofri.node.assignment.Likeness;
import org.silofri.node.assignment.LikenessService;
import org.silofri.node.membership.Member;
import org.silofri.node.membership.Members;
import org.silofri.node.projection.Projections;
import org.springframework.stereotype.Component;

/** Everything that the board and a shared problem's page are made from, as of one moment. */
@Component
class BoardData {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final LeadService service;
    private final LikenessService likenesses;
    private final Members members;
    private final Projections projections;
    private final InstantSource clock;

    BoardData(
            LeadService service,
            LikenessService likenesses,
            Members members,
            Projections projections,
            InstantSource clock) {
        this.service = service;
        this.likenesses = likenesses;
        this.members = members;
        this.projections = projections;
        this.clock = clock;
    }

    /**
     * One moment.
     *
     * @param owners whose a grouped problem is, as far as members' bases tell
     */
    record Moment(
            Leads leads, List<Likeness> likenesses, Map<EntryIri, CityId> owners, Instant now) {

        Waits waits() {
            return new Waits(leads, likenesses, owners, now);
        }

        /** What a city says of its problem and a shared one. */
        Optional<Likeness> likeness(EntryIri problem, EntryIri shared) {
            return likenesses.stream()
                    .filter(said -> said.problem().equals(problem))
                    .filter(said -> said.shared().equals(shared))
                    .findFirst();
        }
    }

    /** What a city has just said of its problem is read from the graph; waits for that a moment. */
    void awaitVisible() {
        projections.awaitVisible(PATIENCE);
    }

    Instant now() {
        return clock.instant();
    }

    Moment moment() {
        Leads leads = service.leads();
        Map<String, CityId> bases = new HashMap<>();
        members.all().forEach(member -> bases.put(member.base().value(), member.city()));
        Map<EntryIri, CityId> owners = new HashMap<>();
        List<Likeness> said = likenesses.all();
        for (SharedProblem problem : leads.problems().values()) {
            problem.groups()
                    .forEach(own ->
                            Optional.ofNullable(bases.get(own.base()))
                                    .ifPresent(city -> owners.put(own, city)));
        }
        said.forEach(likeness -> owners.put(likeness.problem(), likeness.city()));
        return new Moment(leads, said, owners, clock.instant());
    }

    /** Members but the coordinator, suspended ones left out. */
    List<CityId> cities() {
        return members.all().stream()
                .filter(member -> member.state() == Member.State.ACTIVE)
                .map(Member::city)
                .filter(city -> !city.equals(members.coordinator()))
                .toList();
    }
}
