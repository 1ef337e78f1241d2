package org.silofri.catalogue.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.silofri.catalogue.assignment.LeadStory.COORDINATOR;
import static org.silofri.catalogue.assignment.LeadStory.COPENHAGEN;
import static org.silofri.catalogue.assignment.LeadStory.OSLO;
import static org.silofri.catalogue.assignment.LeadStory.STAVANGER;
import static org.silofri.catalogue.assignment.LeadStory.YEAR;
import static org.silofri.catalogue.assignment.LeadStory.answerTo;
import static org.silofri.catalogue.assignment.LeadStory.day;
import static org.silofri.catalogue.assignment.LeadStory.terms;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.silofri.catalogue.assignment.LeadDecision.Publish;
import org.silofri.catalogue.assignment.LeadDecision.Refuse;
import org.silofri.catalogue.assignment.LeadEvent.Said;
import org.silofri.catalogue.assignment.LeadStatement.Role;
import org.silofri.catalogue.assignment.Objection.Why;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;

class LeadDeciderTest {

    private final LeadStory story = new LeadStory();
    private final EntryIri problem = story.group("air");
    private final Said proposal = story.propose("p1", terms(problem, COPENHAGEN, YEAR, STAVANGER));
    private final EntryIri asked = proposal.origin().entry();

    @Test
    void assignsNobodyWithoutTheLeadsAcceptance() {
        story.answer(STAVANGER, proposal, Reply.ACCEPT);

        assertThat(story.decide(new LeadCommand.Assign(asked)))
                .isEqualTo(new Refuse(Objection.of(Why.NO_ANSWER, COPENHAGEN)));
    }

    @Test
    void assignsTheLeadFirstAndWhoeverElseAccepted() {
        story.answer(STAVANGER, proposal, Reply.ACCEPT);
        story.answer(COPENHAGEN, proposal, Reply.ACCEPT);

        LeadDecision decision = story.decide(new LeadCommand.Assign(asked));

        assertThat(((Publish) decision).drafts())
                .extracting(draft -> ((Role) draft.statement()).member())
                .containsExactly(COPENHAGEN, STAVANGER);
    }

    @Test
    void assignsWhoAcceptsLaterAndNobodyTwice() {
        story.answer(COPENHAGEN, proposal, Reply.ACCEPT);
        story.follow(COORDINATOR, story.decide(new LeadCommand.Assign(asked)), "a");
        story.answer(STAVANGER, proposal, Reply.ACCEPT);
        story.follow(COORDINATOR, story.decide(new LeadCommand.Assign(asked)), "b");

        assertThat(story.decide(new LeadCommand.Assign(asked)))
                .isEqualTo(new Refuse(Objection.of(Why.NOTHING_TO_ASSIGN)));
        assertThat(story.leads().roles(problem, day("2027-05-01"))).hasSize(2);
    }

    @Test
    void refusesASecondLeadUnlessItTakesOver() {
        story.answer(COPENHAGEN, proposal, Reply.ACCEPT);
        story.follow(COORDINATOR, story.decide(new LeadCommand.Assign(asked)), "a");
        Said second = story.propose("p2", terms(problem, OSLO, YEAR));
        story.answer(OSLO, second, Reply.ACCEPT);
        EntryIri next = second.origin().entry();

        LeadDecision twoLeads = story.decide(new LeadCommand.Assign(next));
        story.follow(
                COORDINATOR, story.decide(new LeadCommand.HandOver(next, day("2027-09-01"))), "b");

        assertThat(twoLeads).isEqualTo(new Refuse(Objection.of(Why.OVERLAPS, COPENHAGEN)));
        assertThat(leadOn("2027-08-31")).isEqualTo(COPENHAGEN);
        assertThat(leadOn("2027-09-01")).isEqualTo(OSLO);
    }

    @Test
    void refusesAnAnswerOfWhoWasNotAsked() {
        var answer = answerTo(proposal, Reply.ACCEPT, Map.of());

        assertThat(story.decide(new LeadCommand.Answer(OSLO, answer)))
                .isEqualTo(new Refuse(Objection.of(Why.OTHER_TERMS, OSLO)));
    }

    @Test
    void refusesANoWithoutAReason() {
        var answer = answerTo(proposal, Reply.COUNTER, Map.of());

        assertThat(story.decide(new LeadCommand.Answer(COPENHAGEN, answer)))
                .isEqualTo(new Refuse(Objection.of(Why.NO_REASON)));
    }

    @Test
    void refusesAnAnswerToAVersionThatIsNoLongerAsked() {
        story.propose("p1", terms(problem, COPENHAGEN, Period.of("2028", "2028")));
        var answer = answerTo(proposal, Reply.ACCEPT, Map.of());

        assertThat(story.decide(new LeadCommand.Answer(COPENHAGEN, answer)))
                .isEqualTo(new Refuse(Objection.of(Why.SUPERSEDED, asked)));
    }

    @Test
    void refusesAnAnswerAfterTheDeadline() {
        story.now = story.now.plus(Duration.ofDays(30));
        var answer = answerTo(proposal, Reply.ACCEPT, Map.of());

        assertThat(story.decide(new LeadCommand.Answer(COPENHAGEN, answer)))
                .isEqualTo(new Refuse(Objection.of(Why.EXPIRED)));
    }

    @Test
    void writesAChangedMindIntoTheSameEntry() {
        Said no = story.answer(COPENHAGEN, proposal, Reply.DECLINE);

        LeadDecision decision =
                story.decide(
                        new LeadCommand.Answer(
                                COPENHAGEN, answerTo(proposal, Reply.ACCEPT, Map.of())));

        assertThat(((Publish) decision).drafts().getFirst().entry()).isEqualTo(no.origin().entry());
    }

    @Test
    void asksNoCityForTwoRoles() {
        var twice = terms(problem, COPENHAGEN, YEAR, COPENHAGEN);

        assertThat(story.decide(new LeadCommand.Propose(twice)))
                .isEqualTo(new Refuse(Objection.of(Why.ASKED_TWICE, COPENHAGEN)));
    }

    @Test
    void endsARoleWithAReasonOnly() {
        story.answer(COPENHAGEN, proposal, Reply.ACCEPT);
        story.follow(COORDINATOR, story.decide(new LeadCommand.Assign(asked)), "a");
        EntryIri role = story.leads().given().getFirst().origin().entry();

        LeadDecision silent = story.decide(new LeadCommand.End(role, day("2027-02-28"), Map.of()));
        story.follow(
                COORDINATOR,
                story.decide(new LeadCommand.End(role, day("2027-02-28"), Map.of("da", "Aftalt."))),
                "");

        assertThat(silent).isEqualTo(new Refuse(Objection.of(Why.NO_REASON)));
        assertThat(leadOn("2027-02-28")).isEqualTo(COPENHAGEN);
        assertThat(leadOn("2027-03-01")).isNull();
    }

    private @org.jspecify.annotations.Nullable CityId leadOn(String day) {
        return story.leads()
                .lead(problem, day(day))
                .map(given -> given.role().member())
                .orElse(null);
    }
}
