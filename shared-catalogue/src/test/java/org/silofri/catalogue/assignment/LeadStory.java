package org.silofri.catalogue.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.assignment.LeadEvent.Origin;
import org.silofri.catalogue.assignment.LeadEvent.Said;
import org.silofri.catalogue.assignment.LeadEvent.TakenBack;
import org.silofri.catalogue.assignment.LeadStatement.Answer;
import org.silofri.catalogue.assignment.LeadStatement.Ground;
import org.silofri.catalogue.assignment.LeadStatement.Proposal;
import org.silofri.catalogue.assignment.LeadStatement.Role;
import org.silofri.catalogue.assignment.LeadStatement.SharedProblem;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.event.Hashes;
import org.silofri.catalogue.event.Position;

/** Logs of a coordinator and some cities, written event by event, one a minute. */
final class LeadStory {

    static final CityId COORDINATOR = new CityId("coordinator");
    static final CityId COPENHAGEN = new CityId("copenhagen");
    static final CityId STAVANGER = new CityId("stavanger");
    static final CityId OSLO = new CityId("oslo");
    static final Period YEAR = Period.of("2027", "2027");

    final List<LeadEvent> events = new ArrayList<>();
    private final Map<CityId, Long> ends = new HashMap<>();
    Instant now = Instant.parse("2026-11-25T08:00:00Z");

    static EntryIri entry(CityId city, String kind, String key) {
        return new EntryIri("http://%s.example/id/%s/%s".formatted(city, kind, key));
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    Origin origin(EntryIri entry, CityId city) {
        long seq = ends.merge(city, 1L, Long::sum);
        now = now.plusSeconds(60);
        String hash = Hashes.sha256(city + "/" + seq);
        return new Origin(entry, city, new Position(1, seq), hash, now);
    }

    Said say(CityId city, EntryIri entry, LeadStatement statement) {
        Said said = new Said(origin(entry, city), statement);
        events.add(said);
        return said;
    }

    void takeBack(CityId city, EntryIri entry) {
        events.add(new TakenBack(origin(entry, city)));
    }

    EntryIri group(String key) {
        EntryIri entry = entry(COORDINATOR, "shared-problem", key);
        say(
                COORDINATOR,
                entry,
                new SharedProblem(
                        Map.of("da", "Luft"),
                        Map.of(),
                        List.of("air-quality"),
                        Set.of(entry(OSLO, "problem", "p"), entry(STAVANGER, "problem", "p")),
                        Set.of(),
                        false));
        return entry;
    }

    static Proposal terms(EntryIri problem, CityId lead, Period period, CityId... followers) {
        return new Proposal(
                problem,
                lead,
                null,
                Set.of(followers),
                Map.of("da", "Prøv det."),
                period,
                day("2026-12-15"),
                Set.of());
    }

    Said propose(String key, Proposal terms) {
        return say(COORDINATOR, entry(COORDINATOR, "lead-proposal", key), terms);
    }

    Said answer(CityId city, Said proposal, Reply reply) {
        EntryIri entry = entry(city, "lead-answer", proposal.origin().entry().key());
        Map<String, String> reason = reply == Reply.ACCEPT ? Map.of() : Map.of("da", "Ikke nu.");
        return say(city, entry, answerTo(proposal, reply, reason));
    }

    static Answer answerTo(Said proposal, Reply reply, Map<String, String> reason) {
        return new Answer(proposal.origin().entry(), proposal.origin().hash(), reply, reason);
    }

    static Role role(Said proposal, Said answer) {
        return role(proposal, answer, ((Proposal) proposal.statement()).period(), null);
    }

    static Role role(Said proposal, Said answer, Period period, @Nullable EntryIri predecessor) {
        CityId city = answer.origin().city();
        Proposal terms = (Proposal) proposal.statement();
        return new Role(
                city,
                terms.problem(),
                terms.asked().getOrDefault(city, LeadRole.LEAD),
                period,
                new Ground.Signed(
                        proposal.origin().entry(),
                        proposal.origin().hash(),
                        answer.origin().hash()),
                predecessor,
                Map.of());
    }

    EntryIri assign(String key, Role role) {
        EntryIri entry = entry(COORDINATOR, "lead-assignment", key);
        say(COORDINATOR, entry, role);
        return entry;
    }

    Leads leads() {
        return Leads.of(events, COORDINATOR);
    }

    LeadDecision decide(LeadCommand command) {
        return new LeadDecider(COORDINATOR).decide(leads(), command, now);
    }

    /** Publishes what was decided, each as a new entry or a new version. */
    void follow(CityId city, LeadDecision decision, String key) {
        LeadDecision.Publish publish = (LeadDecision.Publish) decision;
        int n = 0;
        for (LeadDecision.Draft draft : publish.drafts()) {
            EntryIri entry = draft.entry();
            say(
                    city,
                    entry == null ? entry(city, kind(draft.statement()), key + n++) : entry,
                    draft.statement());
        }
    }

    private static String kind(LeadStatement statement) {
        return switch (statement) {
            case SharedProblem problem -> "shared-problem";
            case Proposal proposal -> "lead-proposal";
            case Answer answer -> "lead-answer";
            case Role role -> "lead-assignment";
        };
    }

    static LocalDate signedOn(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
