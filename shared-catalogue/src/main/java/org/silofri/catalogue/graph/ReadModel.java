package org.silofri.catalogue.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;

/** Lists and counts for pages, by the queries that stand beside this class. */
final class ReadModel {

    private static final Query REFUTED = query("refuted.rq");
    private static final Query SCALED = query("scaled.rq");
    private static final Query COUNTS = query("counts.rq");
    private static final Query VERDICTS = query("verdicts.rq");

    private static final Comparator<Quad> LATEST_FIRST =
            Comparator.comparing((Quad quad) -> quad.getObject().getLiteralLexicalForm())
                    .reversed()
                    .thenComparing(quad -> quad.getSubject().toString());

    private ReadModel() {}

    private static Query query(String file) {
        try (InputStream in = ReadModel.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Query " + file + " is not beside its class");
            }
            return QueryFactory.create(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Query " + file + " cannot be read", e);
        }
    }

    /**
     * Goes through one index in memory: a query that sorts all entries took twenty times as long.
     */
    static List<EntrySummary> latest(DatasetGraph dataset, int most) {
        var times = new ArrayList<Quad>();
        dataset.findNG(Node.ANY, Node.ANY, ProvenanceTriples.TIME, Node.ANY)
                .forEachRemaining(times::add);
        times.sort(LATEST_FIRST);
        return times.stream()
                .flatMap(quad -> ProvenanceTriples.about(quad).stream())
                .filter(entry -> entry.kind().listed())
                .flatMap(entry -> EntryReader.summary(dataset, entry).stream())
                .limit(most)
                .toList();
    }

    static List<EntrySummary> refuted(DatasetGraph dataset, int most) {
        return summaries(dataset, REFUTED, most);
    }

    private static List<EntrySummary> summaries(DatasetGraph dataset, Query query, int most) {
        var summaries = new ArrayList<EntrySummary>();
        for (Binding row : rows(dataset, limited(query, most))) {
            summary(dataset, row.get("entry")).ifPresent(summaries::add);
        }
        return summaries;
    }

    static List<ScaledEntry> scaled(DatasetGraph dataset, int most) {
        var scaled = new ArrayList<ScaledEntry>();
        for (Binding row : rows(dataset, limited(SCALED, most))) {
            Optional<EntrySummary> entry = summary(dataset, row.get("entry"));
            Optional<EntrySummary> event = summary(dataset, row.get("event"));
            if (entry.isPresent() && event.isPresent()) {
                scaled.add(new ScaledEntry(entry.get(), event.get()));
            }
        }
        return scaled;
    }

    static EntryCounts counts(DatasetGraph dataset) {
        var byKind = new EnumMap<EntryKind, Long>(EntryKind.class);
        var byCity = new TreeMap<CityId, Long>();
        for (Binding row : rows(dataset, COUNTS)) {
            long entries = number(row.get("entries"));
            var city = new CityId(row.get("city").getLiteralLexicalForm());
            EntryKind.ofClass(row.get("class").getURI())
                    .ifPresent(kind -> {
                        byKind.merge(kind, entries, Long::sum);
                        byCity.merge(city, entries, Long::sum);
                    });
        }
        Map<String, Long> byVerdict = new TreeMap<>();
        for (Binding row : rows(dataset, VERDICTS)) {
            byVerdict.put(EntryReader.notation(row.get("verdict")), number(row.get("entries")));
        }
        return new EntryCounts(byKind, byCity, byVerdict);
    }

    private static Optional<EntrySummary> summary(DatasetGraph dataset, Node entry) {
        return EntryIri.parse(entry.toString()).flatMap(iri -> EntryReader.summary(dataset, iri));
    }

    private static Query limited(Query query, int most) {
        Query limited = query.cloneQuery();
        limited.setLimit(most);
        return limited;
    }

    private static List<Binding> rows(DatasetGraph dataset, Query query) {
        try (QueryExec exec = QueryExec.dataset(dataset).query(query).build()) {
            var rows = new ArrayList<Binding>();
            exec.select().forEachRemaining(rows::add);
            return rows;
        }
    }

    private static long number(Node literal) {
        return Long.parseLong(literal.getLiteralLexicalForm());
    }
}
