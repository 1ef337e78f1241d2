package org.silofri.catalogue.assignment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.EntryIri;

/** What comes of a command. */
public sealed interface LeadDecision {

    /**
     * These are to be published, in this order.
     *
     * @param drafts at least one
     */
    record Publish(List<Draft> drafts) implements LeadDecision {
        public Publish {
            drafts = List.copyOf(drafts);
        }

        static Publish anew(LeadStatement... statements) {
            return new Publish(
                    java.util.Arrays.stream(statements).map(s -> new Draft(null, s)).toList());
        }
    }

    /** It must not be done. */
    record Refuse(Objection objection) implements LeadDecision {}

    /**
     * An entry to be published.
     *
     * @param entry whose new version it is; null for a new entry
     */
    record Draft(@Nullable EntryIri entry, LeadStatement statement) {}
}
