package org.silofri.catalogue.overview;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.graph.AnswerCache;
import org.silofri.catalogue.graph.EntryRecord;
import org.silofri.catalogue.graph.EntrySummary;
import org.silofri.catalogue.graph.GraphStore;
import org.silofri.catalogue.graph.Provenance;

/**
 * Answers about the whole network, by the queries that stand beside this class. Each answer is kept
 * until the graph holds something new. Safe for use by many threads.
 */
public final class Overview {

    /** Adoptions and solved problems that are told; who needs more asks by SPARQL. */
    public static final int MOST = 2_000;

    private static final Query ADOPTIONS = query("adoptions.rq");
    private static final Query SOLVED = query("solved.rq");
    private static final Query WITHDRAWN = query("withdrawn.rq");
    private static final Query PARTNERS = query("partners.rq");

    private final GraphStore graph;
    private final AnswerCache<List<Pair>> pairs = new AnswerCache<>();
    private final AnswerCache<List<EntryIri>> entries = new AnswerCache<>();
    private final AnswerCache<List<PartnerLine>> partners = new AnswerCache<>();

    private record Pair(EntryIri own, EntryIri origin) {}

    /** Reads that store. */
    public Overview(GraphStore graph) {
        this.graph = graph;
    }

    private static Query query(String file) {
        try (InputStream in = Overview.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Query " + file + " is not beside its class");
            }
            return QueryFactory.create(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Query " + file + " cannot be read", e);
        }
    }

    /** What cities adopted from each other, latest first; at most {@link #MOST}. */
    public List<Adoption> adoptions() {
        List<Pair> found =
                graph.read(dataset ->
                        pairs.get(
                                "adoptions",
                                MOST,
                                dataset,
                                (data, most) ->
                                        rows(data, ADOPTIONS, most).stream()
                                                .flatMap(row -> pair(row).stream())
                                                .toList()));
        return found.stream().flatMap(pair -> adoption(pair).stream()).toList();
    }

    private static Optional<Pair> pair(Binding row) {
        return iri(row, "own").flatMap(own -> iri(row, "origin").map(it -> new Pair(own, it)));
    }

    private Optional<Adoption> adoption(Pair pair) {
        List<EntrySummary> both = graph.summaries(List.of(pair.own(), pair.origin()));
        return both.size() == 2
                ? Optional.of(new Adoption(both.getFirst(), both.getLast()))
                : Optional.empty();
    }

    /**
     * Problems that are open no more: their own city scaled what answers them to the whole city or
     * further, or replaced them. At most {@link #MOST}, latest first.
     */
    public List<EntrySummary> solved() {
        return graph.summaries(found("solved", SOLVED, MOST));
    }

    /** What was withdrawn, latest first. */
    public List<Withdrawal> withdrawn(int most) {
        return found("withdrawn", WITHDRAWN, most).stream()
                .flatMap(entry -> graph.entry(entry).stream())
                .filter(entry -> !entry.isLive())
                .map(Overview::withdrawal)
                .toList();
    }

    /**
     * How an entry was withdrawn.
     *
     * @throws java.util.NoSuchElementException if it holds
     */
    public static Withdrawal withdrawal(EntryRecord entry) {
        Provenance from = entry.provenance();
        return new Withdrawal(
                entry.iri(),
                from.city(),
                from.invalidatedAt().orElseThrow(),
                from.withdrawalReason());
    }

    /** Partners of a city, by the number of its entries that name them. */
    public List<PartnerLine> partners(CityId city, int most) {
        return graph.read(dataset ->
                partners.get(
                        city.value(),
                        most,
                        dataset,
                        (data, limit) ->
                                rows(data, PARTNERS, limit, city).stream()
                                        .map(Overview::partner)
                                        .toList()));
    }

    private static PartnerLine partner(Binding row) {
        Node kind = row.get("kind");
        return new PartnerLine(
                row.get("name").getLiteralLexicalForm(),
                kind == null ? null : notation(kind),
                Long.parseLong(row.get("entries").getLiteralLexicalForm()));
    }

    /** Last part of a concept's IRI. */
    private static String notation(Node concept) {
        String iri = concept.toString();
        return iri.substring(iri.lastIndexOf('/') + 1);
    }

    private List<EntryIri> found(String what, Query query, int most) {
        return graph.read(dataset ->
                entries.get(
                        what,
                        most,
                        dataset,
                        (data, limit) ->
                                rows(data, query, limit).stream()
                                        .flatMap(row -> iri(row, "entry").stream())
                                        .toList()));
    }

    private static Optional<EntryIri> iri(Binding row, String name) {
        return EntryIri.parse(row.get(name).toString());
    }

    private static List<Binding> rows(DatasetGraph dataset, Query query, int most) {
        try (QueryExec exec = QueryExec.dataset(dataset).query(limited(query, most)).build()) {
            return rows(exec);
        }
    }

    private static List<Binding> rows(DatasetGraph dataset, Query query, int most, CityId city) {
        Node value = NodeFactory.createLiteralString(city.value());
        try (QueryExec exec =
                QueryExec.dataset(dataset)
                        .query(limited(query, most))
                        .substitution("city", value)
                        .build()) {
            return rows(exec);
        }
    }

    private static List<Binding> rows(QueryExec exec) {
        var rows = new ArrayList<Binding>();
        exec.select().forEachRemaining(rows::add);
        return rows;
    }

    private static Query limited(Query query, int most) {
        Query limited = query.cloneQuery();
        limited.setLimit(most);
        return limited;
    }
}
