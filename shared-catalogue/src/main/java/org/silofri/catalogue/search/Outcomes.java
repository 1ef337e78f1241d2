package org.silofri.catalogue.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;

/**
 * What came of problems, pilots and solutions: follows links from results to pilots, and from
 * pilots to the problems and solutions that they are about.
 */
final class Outcomes {

    private static final int MOST_FOLLOWED = 2_000;
    private static final int MOST_SHOWN = 20;

    private static final List<String> ABOUT =
            List.of(IndexedEntry.Link.TESTS, IndexedEntry.Link.ADDRESSES);
    private static final List<String> OF_PILOT = List.of(IndexedEntry.Link.GENERATED_BY);

    private final Map<String, List<Dated>> byEntry;

    private Outcomes(Map<String, List<Dated>> byEntry) {
        this.byEntry = byEntry;
    }

    private record Dated(Outcome outcome, Instant updated) {

        private static final Comparator<Dated> STANDING_AND_LATEST_FIRST =
                Comparator.comparing((Dated dated) -> dated.outcome().superseded())
                        .thenComparing(Dated::updated, Comparator.reverseOrder())
                        .thenComparing(dated -> dated.outcome().result());
    }

    /** Follows the links for all entries of a page at once. */
    static Outcomes of(Collection<FoundEntry> entries, IndexSearcher searcher) throws IOException {
        Map<String, Set<String>> subjectsByPilot = new HashMap<>();
        Set<String> subjects = new HashSet<>();
        for (FoundEntry entry : entries) {
            String iri = entry.iri().value();
            if (entry.kind() == EntryKind.PILOT) {
                subjectsByPilot.computeIfAbsent(iri, key -> new HashSet<>()).add(iri);
            } else if (entry.kind() == EntryKind.SOLUTION || entry.kind() == EntryKind.PROBLEM) {
                subjects.add(iri);
            }
        }
        for (Document pilot : pointingAt(subjects, ABOUT, searcher)) {
            for (String subject : targets(pilot, ABOUT)) {
                if (subjects.contains(subject)) {
                    subjectsByPilot
                            .computeIfAbsent(pilot.get(EntryDocument.IRI), key -> new HashSet<>())
                            .add(subject);
                }
            }
        }
        return new Outcomes(results(subjectsByPilot, searcher));
    }

    private static Map<String, List<Dated>> results(
            Map<String, Set<String>> subjectsByPilot, IndexSearcher searcher) throws IOException {
        var byEntry = new HashMap<String, List<Dated>>();
        for (Document result : pointingAt(subjectsByPilot.keySet(), OF_PILOT, searcher)) {
            String verdict = result.get(EntryDocument.VERDICT);
            if (verdict == null) {
                continue;
            }
            var outcome =
                    new Outcome(
                            new EntryIri(result.get(EntryDocument.IRI)),
                            new CityId(result.get(EntryDocument.CITY)),
                            verdict,
                            result.get(EntryDocument.SUPERSEDED) != null);
            for (String subject : subjects(targets(result, OF_PILOT), subjectsByPilot)) {
                byEntry.computeIfAbsent(subject, key -> new ArrayList<>())
                        .add(new Dated(outcome, FoundEntry.updated(result)));
            }
        }
        byEntry.values().forEach(dated -> dated.sort(Dated.STANDING_AND_LATEST_FIRST));
        return byEntry;
    }

    private static Set<String> subjects(
            Set<String> pilots, Map<String, Set<String>> subjectsByPilot) {
        var subjects = new HashSet<String>();
        for (String pilot : pilots) {
            subjects.addAll(subjectsByPilot.getOrDefault(pilot, Set.of()));
        }
        return subjects;
    }

    private static Set<String> targets(Document document, List<String> fields) {
        var targets = new HashSet<String>();
        for (String field : fields) {
            targets.addAll(List.of(document.getValues(field)));
        }
        return targets;
    }

    private static List<Document> pointingAt(
            Set<String> targets, List<String> fields, IndexSearcher searcher) throws IOException {
        if (targets.isEmpty()) {
            return List.of();
        }
        List<BytesRef> terms = targets.stream().map(BytesRef::new).toList();
        var any = new BooleanQuery.Builder();
        for (String field : fields) {
            any.add(new TermInSetQuery(field, terms), Occur.SHOULD);
        }
        Query query = any.build();
        var documents = new ArrayList<Document>();
        for (ScoreDoc found : searcher.search(query, MOST_FOLLOWED).scoreDocs) {
            documents.add(searcher.storedFields().document(found.doc));
        }
        return documents;
    }

    /** Results about an entry, standing ones first, then the latest. */
    List<Outcome> about(FoundEntry entry) {
        return byEntry.getOrDefault(entry.iri().value(), List.of()).stream()
                .limit(MOST_SHOWN)
                .map(Dated::outcome)
                .toList();
    }

    /**
     * An entry's own verdict; for a pilot, what its own city found last, a superseded finding only
     * if it has no other.
     */
    @Nullable String verdict(FoundEntry entry) {
        if (entry.verdict() != null || entry.kind() != EntryKind.PILOT) {
            return entry.verdict();
        }
        return about(entry).stream()
                .filter(outcome -> outcome.city().equals(entry.city()))
                .map(Outcome::verdict)
                .findFirst()
                .orElse(null);
    }
}
