package org.silofri.catalogue.assignment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;

/** What coordinator and cities say on the way to a lead. Texts are by language tag. */
public sealed interface LeadStatement {

    /**
     * The coordinator takes problems of several cities for one.
     *
     * @param themes notations
     * @param groups the cities' problems
     * @param sources where it is known from; the groups when empty
     * @param historical whether it is only told of to hold historical roles
     */
    record SharedProblem(
            Map<String, String> title,
            Map<String, String> description,
            List<String> themes,
            Set<EntryIri> groups,
            Set<String> sources,
            boolean historical)
            implements LeadStatement {
        public SharedProblem {
            title = Map.copyOf(title);
            description = Map.copyOf(description);
            themes = List.copyOf(themes);
            groups = Set.copyOf(groups);
            sources = Set.copyOf(sources);
        }
    }

    /**
     * The coordinator asks cities to lead and to follow.
     *
     * @param problem the shared problem
     * @param deputy null for none
     * @param mandate what the lead is to do; at least in one language
     * @param deadline last day for answers
     * @param supersedes earlier proposals that this one replaces
     */
    record Proposal(
            EntryIri problem,
            CityId lead,
            @Nullable CityId deputy,
            Set<CityId> followers,
            Map<String, String> mandate,
            Period period,
            LocalDate deadline,
            Set<EntryIri> supersedes)
            implements LeadStatement {
        public Proposal {
            followers = Set.copyOf(followers);
            mandate = Map.copyOf(mandate);
            supersedes = Set.copyOf(supersedes);
        }

        /** The cities that are asked, in order of their ids, each with its role. */
        public Map<CityId, LeadRole> asked() {
            Map<CityId, LeadRole> asked = new TreeMap<>();
            followers.forEach(city -> asked.put(city, LeadRole.FOLLOWER));
            if (deputy != null) {
                asked.put(deputy, LeadRole.DEPUTY);
            }
            asked.put(lead, LeadRole.LEAD);
            return asked;
        }
    }

    /**
     * A city answers for itself.
     *
     * @param proposal what is answered
     * @param proposalHash hash of the event that is answered
     * @param reason needed unless it accepts
     */
    record Answer(EntryIri proposal, String proposalHash, Reply reply, Map<String, String> reason)
            implements LeadStatement {
        public Answer {
            reason = Map.copyOf(reason);
        }
    }

    /**
     * The coordinator gives a city a role.
     *
     * @param problem the shared problem
     * @param ground why the city has it
     * @param takesOverFrom the lead that ends when this one starts; null for none
     * @param reason why it ended early; empty for none
     */
    record Role(
            CityId member,
            EntryIri problem,
            LeadRole role,
            Period period,
            Ground ground,
            @Nullable EntryIri takesOverFrom,
            Map<String, String> reason)
            implements LeadStatement {
        public Role {
            reason = Map.copyOf(reason);
        }

        /** The same, ending on another day. */
        public Role endingOn(LocalDate last, Map<String, String> why) {
            return new Role(member, problem, role, period.until(last), ground, takesOverFrom, why);
        }
    }

    /** Why a city has a role. */
    sealed interface Ground {

        /**
         * It signed that it takes it.
         *
         * @param proposalHash hash of the proposal's event
         * @param answerHash hash of the city's event that accepts it
         */
        record Signed(EntryIri proposal, String proposalHash, String answerHash)
                implements Ground {}

        /**
         * It had it before the network kept a log.
         *
         * @param sources where that is told
         */
        record Historical(Set<String> sources) implements Ground {
            public Historical {
                sources = java.util.Collections.unmodifiableSet(new TreeSet<>(sources));
            }
        }
    }
}
