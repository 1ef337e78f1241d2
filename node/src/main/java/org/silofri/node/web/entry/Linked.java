package org.silofri.node.web.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.graph.EntryRecord;
import org.silofri.catalogue.graph.EntrySummary;
import org.silofri.node.web.listing.EntryLine;
import org.silofri.node.web.listing.EntryLines;
import org.silofri.node.web.wording.Wording;

/** Groups what an entry points at and what points at it, each under a heading. */
final class Linked {

    /** Finds what a list shows of an entry; empty when it is not held here. */
    interface Lookup {
        Optional<EntrySummary> find(EntryIri iri);
    }

    private final EntryLines lines;
    private final Wording say;
    private final Map<String, List<EntryLine>> groups = new LinkedHashMap<>();
    private final Set<EntryIri> pointedAt = new HashSet<>();

    private Linked(EntryLines lines, Wording say) {
        this.lines = lines;
        this.say = say;
    }

    static List<EntryView.Links> of(
            EntryRecord entry, Lookup lookup, EntryLines lines, Wording say) {
        Linked linked = new Linked(lines, say);
        linked.outgoing(entry, lookup);
        linked.incoming(entry);
        List<EntryView.Links> links = new ArrayList<>();
        linked.groups.forEach((label, found) -> links.add(new EntryView.Links(label, found)));
        return links;
    }

    private void outgoing(EntryRecord entry, Lookup lookup) {
        entry.graph().find().toList().stream()
                .sorted(
                        Comparator.comparing((Triple triple) -> triple.getPredicate().toString())
                                .thenComparing(triple -> triple.getObject().toString()))
                .forEach(triple ->
                        target(triple.getObject(), entry.iri())
                                .flatMap(lookup::find)
                                .ifPresent(found -> outgoing(triple, found)));
    }

    private void outgoing(Triple triple, EntrySummary found) {
        pointedAt.add(found.iri());
        add(Properties.label(triple.getPredicate().toString(), say), found);
    }

    private void incoming(EntryRecord entry) {
        for (EntryRecord.IncomingLink link : entry.incoming()) {
            // a pair that names each other, as result and scaling event do, is told once
            if (pointedAt.contains(link.from().iri())) {
                continue;
            }
            add(Properties.backwards(link.property(), say), link.from());
        }
    }

    private void add(String label, EntrySummary entry) {
        List<EntryLine> group = groups.computeIfAbsent(label, key -> new ArrayList<>());
        EntryLine line = lines.line(entry, say);
        if (!group.contains(line)) {
            group.add(line);
        }
    }

    private static Optional<EntryIri> target(Node object, EntryIri self) {
        return object.isURI()
                ? EntryIri.parse(object.getURI()).filter(iri -> !iri.equals(self))
                : Optional.empty();
    }
}
