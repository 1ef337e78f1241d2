package org.silofri.node.web.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.node.web.listing.Badge;
import org.silofri.node.web.listing.EntryLine;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.Text;

/**
 * What the page of an entry shows.
 *
 * @param iri the entry's name in the whole network
 * @param otherTitles the title in the other languages that it has
 * @param badges outcomes, weightiest first
 * @param demonstration whether the entry is demonstration data
 * @param facts the table of facts
 * @param measures numbers of the entry
 * @param links groups of entries that it points at, and that point at it
 * @param formats the same entry for machines
 */
record EntryView(
        String iri,
        Term kind,
        Text title,
        List<Text> otherTitles,
        List<Badge> badges,
        List<Term> themes,
        boolean demonstration,
        @Nullable Text description,
        List<Fact> facts,
        List<Measure> measures,
        List<Links> links,
        Origin origin,
        Delivery delivery,
        List<Version> versions,
        List<Format> formats) {

    /** A row of the table of facts. */
    record Fact(String label, List<Value> values) {}

    /**
     * A value of a fact.
     *
     * @param href where it leads; null when nowhere
     * @param away whether it leads off this node
     */
    record Value(Text text, @Nullable String href, boolean away) {}

    /** A number with its unit. */
    record Measure(Text label, String value, String unit) {}

    /** Entries that are linked in one way. */
    record Links(String label, List<EntryLine> entries) {}

    /** The same entry in another format. */
    record Format(String name, String type, String href) {}
}
