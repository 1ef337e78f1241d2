package org.silofri.catalogue.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.silofri.catalogue.assignment.LeadStory.COORDINATOR;
import static org.silofri.catalogue.assignment.LeadStory.COPENHAGEN;
import static org.silofri.catalogue.assignment.LeadStory.OSLO;
import static org.silofri.catalogue.assignment.LeadStory.STAVANGER;
import static org.silofri.catalogue.assignment.LeadStory.YEAR;
import static org.silofri.catalogue.assignment.LeadStory.answerTo;
import static org.silofri.catalogue.assignment.LeadStory.day;
import static org.silofri.catalogue.assignment.LeadStory.entry;
import static org.silofri.catalogue.assignment.LeadStory.role;
import static org.silofri.catalogue.assignment.LeadStory.terms;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.silofri.catalogue.assignment.LeadEvent.Said;
import org.silofri.catalogue.assignment.LeadStatement.Ground;
import org.silofri.catalogue.assignment.LeadStatement.Role;
import org.silofri.catalogue.assignment.Leads.Given;
import org.silofri.catalogue.assignment.Objection.Why;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;

class LeadsTest {

    private final LeadStory story = new LeadStory();
    private final EntryIri problem = story.group("air");
    private final Said proposal = story.propose("p1", terms(problem, COPENHAGEN, YEAR, STAVANGER));

    @Test
    void makesALeadOfWhoSignedAndWasAssigned() {
        Said yes = story.answer(COPENHAGEN, proposal, Reply.ACCEPT);
        story.assign("a1", role(proposal, yes));

        assertThat(leadOn("2027-06-01")).isEqualTo(COPENHAGEN);
        assertThat(leadOn("2026-12-31")).isNull();
        assertThat(leadOn("2028-01-01")).isNull();
    }

    @Test
    void makesNoLeadOfAnAcceptanceAlone() {
        story.answer(COPENHAGEN, proposal, Reply.ACCEPT);

        assertThat(leadOn("2027-06-01")).isNull();
        assertThat(state()).isEqualTo(new ProposalState.Accepted(Set.of(STAVANGER)));
    }

    @Test
    void leavesOutARoleWithoutTheCitysAnswer() {
        Role forged = forged("0".repeat(64));

        EntryIri role = story.assign("a1", forged);

        assertThat(objection(role)).isEqualTo(Objection.of(Why.NO_ANSWER, COPENHAGEN));
        assertThat(leadOn("2027-06-01")).isNull();
    }

    @Test
    void leavesOutARoleThatCitesAnotherCitysAnswer() {
        Said foreign = story.answer(STAVANGER, proposal, Reply.ACCEPT);

        EntryIri role = story.assign("a1", forged(foreign.origin().hash()));

        assertThat(objection(role)).isEqualTo(Objection.of(Why.FOREIGN_ANSWER, STAVANGER));
    }

    @Test
    void leavesOutARoleThatCitesARefusal() {
        Said no = story.answer(COPENHAGEN, proposal, Reply.DECLINE);

        EntryIri role = story.assign("a1", role(proposal, no));

        assertThat(objection(role)).isEqualTo(Objection.of(Why.NOT_ACCEPTED, COPENHAGEN));
        assertThat(state()).isEqualTo(new ProposalState.Declined(Reply.DECLINE));
    }

    @Test
    void leavesOutARoleThatCitesAnAnswerToAnotherProposal() {
        Said other = story.propose("p2", terms(problem, COPENHAGEN, YEAR));
        Said yes = story.answer(COPENHAGEN, other, Reply.ACCEPT);

        EntryIri role = story.assign("a1", role(proposal, yes));

        assertThat(objection(role)).isEqualTo(Objection.of(Why.OTHER_ANSWER, COPENHAGEN));
    }

    @Test
    void leavesOutARoleOnOtherTermsThanWereAccepted() {
        Said yes = story.answer(STAVANGER, proposal, Reply.ACCEPT);
        Role asLead =
                new Role(
                        STAVANGER,
                        problem,
                        LeadRole.LEAD,
                        YEAR,
                        role(proposal, yes).ground(),
                        null,
                        Map.of());

        EntryIri role = story.assign("a1", asLead);

        assertThat(objection(role)).isEqualTo(Objection.of(Why.OTHER_TERMS, STAVANGER));
    }

    @Test
    void leavesOutARoleForMoreDaysThanWereAccepted() {
        Said yes = story.answer(COPENHAGEN, proposal, Reply.ACCEPT);

        EntryIri role =
                story.assign("a1", role(proposal, yes, Period.of("2027", "2028-01-01"), null));

        assertThat(objection(role)).isEqualTo(Objection.of(Why.OTHER_TERMS, COPENHAGEN));
    }

    @Test
    void givesAnAnswerToASupersededVersionNoEffect() {
        Said yes = story.answer(COPENHAGEN, proposal, Reply.ACCEPT);
        Said changed = story.propose("p1", terms(problem, COPENHAGEN, Period.of("2027", "2028")));

        EntryIri role = story.assign("a1", role(proposal, yes));

        assertThat(objection(role))
                .isEqualTo(Objection.of(Why.SUPERSEDED, proposal.origin().entry()));
        Leads leads = story.leads();
        assertThat(leads.answers(leads.proposal(changed.origin().entry()).orElseThrow())).isEmpty();
        assertThat(leads.history(problem)).contains(yes);
    }

    @Test
    void leavesOutWhatTheCityTookBackBefore() {
        Said yes = story.answer(COPENHAGEN, proposal, Reply.ACCEPT);
        story.answer(COPENHAGEN, proposal, Reply.DECLINE);

        EntryIri role = story.assign("a1", role(proposal, yes));

        assertThat(objection(role)).isEqualTo(Objection.of(Why.TAKEN_BACK, COPENHAGEN));
    }

    @Test
    void leavesOutWhatTheCityWithdrewBefore() {
        Said yes = story.answer(COPENHAGEN, proposal, Reply.ACCEPT);
        story.takeBack(COPENHAGEN, yes.origin().entry());

        EntryIri role = story.assign("a1", role(proposal, yes));

        assertThat(objection(role)).isEqualTo(Objection.of(Why.TAKEN_BACK, COPENHAGEN));
    }

    @Test
    void keepsALeadWhoseCityRegretsAfterwards() {
        Said yes = story.answer(COPENHAGEN, proposal, Reply.ACCEPT);
        story.assign("a1", role(proposal, yes));
        story.answer(COPENHAGEN, proposal, Reply.DECLINE);

        assertThat(leadOn("2027-06-01")).isEqualTo(COPENHAGEN);
    }

    @Test
    void leavesOutASecondLead() {
        story.assign("a1", role(proposal, story.answer(COPENHAGEN, proposal, Reply.ACCEPT)));
        Said second = story.propose("p2", terms(problem, OSLO, Period.of("2027-06", "2028")));

        EntryIri role = story.assign("a2", role(second, story.answer(OSLO, second, Reply.ACCEPT)));

        assertThat(objection(role)).isEqualTo(Objection.of(Why.OVERLAPS, COPENHAGEN));
        assertThat(leadOn("2027-07-01")).isEqualTo(COPENHAGEN);
        assertThat(leadOn("2028-07-01")).isNull();
    }

    @Test
    void handsOverOnADayWithNeitherTwoLeadsNorNone() {
        EntryIri first =
                story.assign(
                        "a1", role(proposal, story.answer(COPENHAGEN, proposal, Reply.ACCEPT)));
        Said second = story.propose("p2", terms(problem, OSLO, YEAR));
        Said yes = story.answer(OSLO, second, Reply.ACCEPT);

        story.assign("a2", role(second, yes, Period.of("2027-07-01", "2027"), first));

        assertThat(leadOn("2027-06-30")).isEqualTo(COPENHAGEN);
        assertThat(leadOn("2027-07-01")).isEqualTo(OSLO);
        assertThat(leadOn("2027-12-31")).isEqualTo(OSLO);
        for (var d = day("2027-01-01"); d.getYear() == 2027; d = d.plusDays(1)) {
            assertThat(leadsOn(d.toString())).as(d.toString()).isOne();
        }
    }

    @Test
    void handsNothingOverThatHasEndedBefore() {
        EntryIri first =
                story.assign(
                        "a1", role(proposal, story.answer(COPENHAGEN, proposal, Reply.ACCEPT)));
        Said second = story.propose("p2", terms(problem, OSLO, Period.of("2028", "2029")));
        Said yes = story.answer(OSLO, second, Reply.ACCEPT);

        EntryIri role = story.assign("a2", role(second, yes, Period.of("2028-02", "2029"), first));

        assertThat(objection(role)).isEqualTo(Objection.of(Why.NO_PREDECESSOR, first));
    }

    @Test
    void endsARoleEarlyAndNeverLater() {
        Said yes = story.answer(COPENHAGEN, proposal, Reply.ACCEPT);
        Role role = role(proposal, yes);
        EntryIri lead = story.assign("a1", role);

        story.say(COORDINATOR, lead, role.endingOn(day("2027-03-31"), Map.of("da", "Slut.")));
        Said longer = story.say(COORDINATOR, lead, role);

        assertThat(leadOn("2027-03-31")).isEqualTo(COPENHAGEN);
        assertThat(leadOn("2027-04-01")).isNull();
        assertThat(story.leads().objectionTo(longer.origin().hash()))
                .contains(Objection.of(Why.CHANGED));
    }

    @Test
    void takesAHistoricalLeadWithoutAnAnswerWhenItIsOver() {
        EntryIri past = story.assign("h1", historical(OSLO, Period.of("2018", "2020")));
        EntryIri future = story.assign("h2", historical(OSLO, Period.of("2026", "2027")));
        EntryIri second = story.assign("h3", historical(STAVANGER, Period.of("2020", "2021")));

        assertThat(leadOn("2019-05-01")).isEqualTo(OSLO);
        assertThat(objection(past)).isNull();
        assertThat(objection(future)).isEqualTo(Objection.of(Why.NOT_OVER));
        assertThat(objection(second)).isEqualTo(Objection.of(Why.OVERLAPS, OSLO));
    }

    @Test
    void expiresWhenTheLeadIsSilent() {
        Leads leads = story.leads();
        var asked = leads.proposal(proposal.origin().entry()).orElseThrow();

        assertThat(
                        leads.state(
                                asked,
                                day("2026-12-15")
                                        .atTime(23, 59)
                                        .toInstant(java.time.ZoneOffset.UTC)))
                .isInstanceOf(ProposalState.Open.class);
        assertThat(
                        leads.state(
                                asked,
                                day("2026-12-16")
                                        .atStartOfDay()
                                        .toInstant(java.time.ZoneOffset.UTC)))
                .isEqualTo(new ProposalState.Expired(Set.of(COPENHAGEN, STAVANGER)));
    }

    @Test
    void forgetsAWithdrawnRole() {
        EntryIri lead =
                story.assign(
                        "a1", role(proposal, story.answer(COPENHAGEN, proposal, Reply.ACCEPT)));

        story.takeBack(COORDINATOR, lead);

        assertThat(leadOn("2027-06-01")).isNull();
    }

    @Test
    void ignoresAnswersThatStandInTheCoordinatorsLog() {
        EntryIri entry = entry(COORDINATOR, "lead-answer", "forged");
        Said forged = story.say(COORDINATOR, entry, answerTo(proposal, Reply.ACCEPT, Map.of()));

        EntryIri role = story.assign("a1", forged(forged.origin().hash()));

        assertThat(objection(role)).isEqualTo(Objection.of(Why.NO_ANSWER, COPENHAGEN));
    }

    private Role forged(String answerHash) {
        return new Role(
                COPENHAGEN,
                problem,
                LeadRole.LEAD,
                YEAR,
                new Ground.Signed(proposal.origin().entry(), proposal.origin().hash(), answerHash),
                null,
                Map.of());
    }

    private Role historical(CityId city, Period period) {
        Ground ground = new Ground.Historical(Set.of("https://nscn.eu/node/142"));
        return new Role(city, problem, LeadRole.LEAD, period, ground, null, Map.of());
    }

    private ProposalState state() {
        Leads leads = story.leads();
        return leads.state(leads.proposal(proposal.origin().entry()).orElseThrow(), story.now);
    }

    private @Nullable Objection objection(EntryIri role) {
        return story.leads().given(role).flatMap(Given::objection).orElse(null);
    }

    private @Nullable CityId leadOn(String day) {
        Optional<Given> lead = story.leads().lead(problem, day(day));
        return lead.map(given -> given.role().member()).orElse(null);
    }

    private long leadsOn(String day) {
        return story.leads().roles(problem, day(day)).stream()
                .filter(given -> given.role().role() == LeadRole.LEAD)
                .count();
    }
}
