package org.silofri.catalogue.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.silofri.catalogue.assignment.LeadStory.COORDINATOR;
import static org.silofri.catalogue.assignment.LeadStory.COPENHAGEN;
import static org.silofri.catalogue.assignment.LeadStory.OSLO;
import static org.silofri.catalogue.assignment.LeadStory.STAVANGER;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.silofri.catalogue.assignment.LeadEvent.Said;
import org.silofri.catalogue.assignment.LeadStatement.Ground;
import org.silofri.catalogue.assignment.LeadStatement.Proposal;
import org.silofri.catalogue.assignment.LeadStatement.Role;
import org.silofri.catalogue.assignment.Leads.Given;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;

/**
 * A coordinator and cities that say anything at any time, also what they must not. The seed is the
 * test's name.
 */
class AnyInterleavingTest {

    private static final List<CityId> CITIES = List.of(COPENHAGEN, STAVANGER, OSLO);
    private static final LocalDate FIRST = LocalDate.parse("2027-01-01");
    private static final int DAYS = 60;
    private static final int STEPS = 80;

    private final LeadStory story = new LeadStory();
    private final EntryIri problem = story.group("air");
    private final List<Said> proposals = new ArrayList<>();
    private final List<Said> answers = new ArrayList<>();
    private final List<EntryIri> roles = new ArrayList<>();

    static LongStream seeds() {
        return LongStream.range(1, 301);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverHasTwoLeadsAndIsTheSameOnEveryNode(long seed) {
        var random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            step(random);
        }

        Leads here = story.leads();
        List<LeadEvent> elsewhere = new ArrayList<>(story.events);
        Collections.shuffle(elsewhere, random);
        Leads there = Leads.of(elsewhere, COORDINATOR);

        assertThat(there.given()).isEqualTo(here.given());
        for (int day = 0; day < DAYS; day++) {
            LocalDate on = FIRST.plusDays(day);
            assertThat(leads(here, on)).as("%s", on).hasSizeLessThanOrEqualTo(1);
        }
        assertThat(here.given().stream().filter(Given::counts))
                .allSatisfy(given -> assertThat(isSigned(given)).isTrue());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverHasTwoLeadsOnANodeThatHoldsOnlyAPartYet(long seed) {
        var random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            step(random);
        }
        List<LeadEvent> held = new ArrayList<>();
        for (CityId city : List.of(COORDINATOR, COPENHAGEN, STAVANGER, OSLO)) {
            List<LeadEvent> log =
                    story.events.stream()
                            .filter(event -> event.origin().city().equals(city))
                            .toList();
            held.addAll(log.subList(0, random.nextInt(log.size() + 1)));
        }

        Leads partly = Leads.of(held, COORDINATOR);

        for (int day = 0; day < DAYS; day++) {
            assertThat(leads(partly, FIRST.plusDays(day))).hasSizeLessThanOrEqualTo(1);
        }
    }

    private void step(Random random) {
        switch (random.nextInt(7)) {
            case 0 -> propose(random);
            case 1, 2 -> answer(random);
            case 3, 4 -> give(random);
            case 5 -> change(random);
            default -> takeBack(random);
        }
    }

    private void propose(Random random) {
        Set<EntryIri> supersedes =
                random.nextInt(5) == 0 && !proposals.isEmpty()
                        ? Set.of(pick(proposals, random).origin().entry())
                        : Set.of();
        var terms =
                new Proposal(
                        problem,
                        pick(CITIES, random),
                        null,
                        Set.of(),
                        Map.of("da", "Prøv."),
                        period(random),
                        LocalDate.parse("2026-12-15"),
                        supersedes);
        proposals.add(story.propose("p" + random.nextInt(6), terms));
    }

    private void answer(Random random) {
        if (!proposals.isEmpty()) {
            answers.add(
                    story.answer(
                            pick(CITIES, random),
                            pick(proposals, random),
                            random.nextInt(3) == 0 ? Reply.DECLINE : Reply.ACCEPT));
        }
    }

    private void give(Random random) {
        if (answers.isEmpty()) {
            return;
        }
        Said answer = pick(answers, random);
        Said proposal =
                random.nextInt(4) == 0
                        ? pick(proposals, random)
                        : proposals.stream()
                                .filter(said ->
                                        said.origin()
                                                .hash()
                                                .equals(
                                                        ((LeadStatement.Answer) answer.statement())
                                                                .proposalHash()))
                                .findFirst()
                                .orElseThrow();
        Period whole = ((Proposal) proposal.statement()).period();
        Period period =
                random.nextBoolean()
                        ? whole
                        : new Period(
                                whole.first().plusDays(random.nextLong(1 + days(whole))),
                                whole.last());
        @Nullable EntryIri predecessor =
                random.nextBoolean() && !roles.isEmpty() ? pick(roles, random) : null;
        roles.add(
                story.assign(
                        "a" + random.nextInt(12),
                        LeadStory.role(proposal, answer, period, predecessor)));
    }

    private void change(Random random) {
        List<Given> given = story.leads().given();
        if (!given.isEmpty()) {
            Given some = pick(given, random);
            Role role = some.role();
            long length = days(role.period());
            Role changed =
                    role.endingOn(
                            role.period().first().plusDays(random.nextLong(length + 1)),
                            Map.of("da", "Slut."));
            story.say(COORDINATOR, some.origin().entry(), changed);
        }
    }

    private void takeBack(Random random) {
        List<LeadEvent> events = story.events.subList(1, story.events.size());
        if (!events.isEmpty() && random.nextInt(3) == 0) {
            LeadEvent event = pick(events, random);
            story.takeBack(event.origin().city(), event.origin().entry());
        }
    }

    private static List<Given> leads(Leads leads, LocalDate on) {
        return leads.given().stream()
                .filter(Given::counts)
                .filter(given -> given.role().role() == LeadRole.LEAD)
                .filter(given -> given.period().contains(on))
                .toList();
    }

    private boolean isSigned(Given given) {
        Ground.Signed ground = (Ground.Signed) given.role().ground();
        return answers.stream()
                .filter(said -> said.origin().hash().equals(ground.answerHash()))
                .filter(said -> said.origin().city().equals(given.role().member()))
                .map(said -> (LeadStatement.Answer) said.statement())
                .anyMatch(answer ->
                        answer.reply() == Reply.ACCEPT
                                && answer.proposalHash().equals(ground.proposalHash()));
    }

    private static long days(Period period) {
        return ChronoUnit.DAYS.between(period.first(), period.last());
    }

    private static Period period(Random random) {
        LocalDate first = FIRST.plusDays(random.nextInt(DAYS / 2));
        return new Period(first, first.plusDays(random.nextInt(27)));
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
