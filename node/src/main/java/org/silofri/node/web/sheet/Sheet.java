package org.silofri.node.web.sheet;

import java.util.List;
import org.silofri.node.web.entry.EntryView;
import org.silofri.node.web.wording.Shortened;
import org.silofri.node.web.wording.Text;

/**
 * What stands on the page.
 *
 * @param entry what the entry's page shows
 * @param node whose node made it
 * @param description shortened so that all fits on a page
 * @param shortened whether something was left out, which stands at the entry's address
 * @param facts the first ones
 * @param links groups with their first entries
 * @param accent colour of the city, for example {@code #0b3a53}
 */
record Sheet(
        EntryView entry,
        String node,
        Text description,
        boolean shortened,
        List<EntryView.Fact> facts,
        List<EntryView.Links> links,
        boolean demo,
        String accent) {

    /**
     * How much goes on the page.
     *
     * @param characters of the description
     * @param facts rows of the table
     * @param links groups of linked entries, and entries of each
     */
    record Room(int characters, int facts, int links) {

        /** From all that a common entry has down to what always fits. */
        static final List<Room> ROOMS =
                List.of(
                        new Room(2_400, 14, 4),
                        new Room(1_500, 12, 3),
                        new Room(900, 9, 2),
                        new Room(500, 6, 1),
                        new Room(300, 3, 0));
    }

    /** The entry within that room. */
    static Sheet of(EntryView entry, String node, boolean demo, String accent, Room room) {
        Text whole = entry.description() == null ? Text.plain("") : entry.description();
        Text description = new Text(Shortened.of(whole.value(), room.characters()), whole.lang());
        List<EntryView.Fact> facts =
                entry.facts().stream().limit(room.facts()).map(fact -> cut(fact, room)).toList();
        List<EntryView.Links> links =
                entry.links().stream()
                        .limit(room.links())
                        .map(group -> cut(group, room.links()))
                        .toList();
        boolean shortened =
                !description.value().equals(whole.value())
                        || !facts.equals(entry.facts())
                        || !links.equals(entry.links());
        return new Sheet(entry, node, description, shortened, facts, links, demo, accent);
    }

    private static EntryView.Fact cut(EntryView.Fact fact, Room room) {
        return new EntryView.Fact(
                fact.label(),
                fact.values().stream().limit(room.facts()).map(it -> cut(it, room)).toList());
    }

    private static EntryView.Value cut(EntryView.Value value, Room room) {
        Text text = value.text();
        return new EntryView.Value(
                new Text(Shortened.of(text.value(), room.characters() / 4), text.lang()),
                value.href(),
                value.away());
    }

    private static EntryView.Links cut(EntryView.Links group, int most) {
        return new EntryView.Links(group.label(), group.entries().stream().limit(most).toList());
    }
}
