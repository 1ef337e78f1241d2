package org.silofri.catalogue.projection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;

/**
 * A story that two processes tell alike: some entries change in turn, now and then one is erased or
 * withdrawn.
 */
public final class LongStory {

    /** Number of entries. */
    public static final int ENTRIES = 31;

    private static final int ERASED_EACH = 40;
    private static final int WITHDRAWN_EACH = 17;

    private final List<Change> changes;

    /** Tells a story of that many changes. */
    public LongStory(int length) {
        var story = new Story();
        for (int n = 1; n <= length; n++) {
            if (n % ERASED_EACH == 0) {
                story.erase(entry(n));
            } else if (n % WITHDRAWN_EACH == 0) {
                story.withdraw(entry(n), "withdrawn by change " + n);
            } else {
                story.publish("turku", EntryKind.PILOT, "e" + n % ENTRIES, title(n));
            }
        }
        changes = story.changes();
    }

    private static String title(int n) {
        return "Tittel" + n;
    }

    /** The entry that a change is about. */
    public static EntryIri entry(int n) {
        return Story.iri("turku", EntryKind.PILOT, "e" + n % ENTRIES);
    }

    /** The changes after one, at most so many, as a batch. */
    public Batch after(long checkpoint, int most) {
        int from = (int) checkpoint;
        int to = Math.min(changes.size(), from + most);
        return new Batch(changes.subList(from, to), to);
    }

    /** The title that each entry has after a change; empty when it is gone. */
    public static Map<EntryIri, Optional<String>> titlesAt(long checkpoint) {
        var titles = new HashMap<EntryIri, Optional<String>>();
        for (int n = 1; n <= checkpoint; n++) {
            boolean gone = n % ERASED_EACH == 0 || n % WITHDRAWN_EACH == 0;
            titles.put(entry(n), gone ? Optional.empty() : Optional.of(title(n)));
        }
        return titles;
    }
}
