package org.silofri.connectors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.validation.Candidate;
import org.silofri.catalogue.validation.IntakePort;
import org.silofri.catalogue.validation.IntakeResult;

/** An intake that keeps the latest graph of each entry, as a node's log does. */
public final class RecordingIntake implements IntakePort {

    private final Map<EntryIri, Graph> entries = new LinkedHashMap<>();
    private final List<Candidate> submitted = new ArrayList<>();
    private long seq;

    /** Base of the test network's cities. */
    public static BaseIri base(CityId city) {
        return new BaseIri("https://nordic.example").hosted(city);
    }

    @Override
    public IntakeResult submit(Candidate candidate) {
        submitted.add(candidate);
        EntryIri entry =
                base(candidate.city()).entry(candidate.kind(), String.valueOf(candidate.key()));
        Graph before = entries.put(entry, candidate.graph());
        if (before != null && before.isIsomorphicWith(candidate.graph())) {
            return new IntakeResult.Unchanged(entry);
        }
        return new IntakeResult.Published(entry, new Position(1, ++seq), before == null);
    }

    /** The entries in the order of their first submission. */
    public Map<EntryIri, Graph> entries() {
        return entries;
    }

    /** Everything that was submitted. */
    public List<Candidate> submitted() {
        return submitted;
    }
}
