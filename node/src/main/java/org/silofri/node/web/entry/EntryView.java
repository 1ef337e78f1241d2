package org.silofri.node.web.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.node.web.listing.Badge;
import org.silofri.node.web.listing.EntryLine;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.When;

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
 * @param sheet the same entry on one page of paper
 */
public record EntryView(
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
        List<Format> formats,
        Format sheet) {

    /** A row of the table of facts. */
    public record Fact(String label, List<Value> values) {}

    /**
     * A value of a fact.
     *
     * @param href where it leads; null when nowhere
     * @param away whether it leads off this node
     */
    public record Value(Text text, @Nullable String href, boolean away) {}

    /** A number with its unit. */
    public record Measure(Text label, String value, String unit) {}

    /** Entries that are linked in one way. */
    public record Links(String label, List<EntryLine> entries) {}

    /** The same entry in another format. */
    public record Format(String name, String type, String href) {}

    /**
     * Where an entry comes from.
     *
     * @param city who published it
     * @param cityHref the page of the city
     * @param example whether there is no evidence that the city is a member
     * @param position place in the city's log, for example {@code 1:42}
     * @param published time that the city told
     * @param licence under which it may be used
     * @param sources where the content comes from
     * @param hash of the signed event
     * @param kid thumbprint of the key that signed it
     * @param heldBy name of the city or coordinator that holds the key, when that is another
     */
    public record Origin(
            Term city,
            String cityHref,
            boolean example,
            String position,
            When published,
            Value licence,
            List<Value> sources,
            String hash,
            String kid,
            @Nullable String heldBy) {}

    /**
     * How far the newest version has come (F9).
     *
     * @param shared whether another node has it
     * @param holders how many nodes have it
     * @param nodes how many other nodes there are
     * @param waiting names of the nodes that lack it
     */
    public record Delivery(boolean shared, int holders, int nodes, List<String> waiting) {}
}
