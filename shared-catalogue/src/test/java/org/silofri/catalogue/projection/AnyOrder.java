package org.silofri.catalogue.projection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;

/** Random stories, and the ways in which they may reach a projection. */
public final class AnyOrder {

    private static final int CHANGES = 60;
    private static final int ENTRIES = 6;

    private final Random random;

    /** With a seed that the test prints. */
    public AnyOrder(long seed) {
        random = new Random(seed);
    }

    /** Publishes, withdraws and erases entries of two cities. */
    public Story story() {
        var story = new Story();
        for (int i = 0; i < CHANGES; i++) {
            String city = random.nextBoolean() ? "oslo" : "turku";
            String key = "e" + random.nextInt(ENTRIES);
            EntryIri iri = Story.iri(city, EntryKind.PILOT, key);
            switch (random.nextInt(6)) {
                case 0 -> story.withdraw(iri, "reason " + i);
                case 1 -> story.eraseAny(iri, random);
                default -> story.publish(city, EntryKind.PILOT, key, "Tittel " + i);
            }
        }
        return story;
    }

    /** The changes shuffled, some of them twice, cut into batches. */
    public List<Batch> told(Story story) {
        var changes = new ArrayList<>(story.changes());
        for (Change change : story.changes()) {
            if (random.nextInt(4) == 0) {
                changes.add(change);
            }
        }
        Collections.shuffle(changes, random);
        var batches = new ArrayList<Batch>();
        for (int from = 0; from < changes.size(); ) {
            int to = Math.min(changes.size(), from + 1 + random.nextInt(20));
            batches.add(new Batch(changes.subList(from, to), batches.size() + 1L));
            from = to;
        }
        return batches;
    }
}
