package org.silofri.node.search;

import org.silofri.catalogue.search.Outcome;

/**
 * A result that was published about a hit.
 *
 * @param verdict notation
 * @param superseded whether the city points at a later result
 */
record FoundOutcome(String result, String city, String verdict, boolean superseded) {

    static FoundOutcome of(Outcome outcome) {
        return new FoundOutcome(
                outcome.result().value(),
                outcome.city().value(),
                outcome.verdict(),
                outcome.superseded());
    }
}
