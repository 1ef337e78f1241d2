package org.silofri.node.follow.stale;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
import org.silofri.node.projection.Projections;
import org.springframework.stereotype.Component;

/** Finds entries that are planned or running and that nobody has touched for long. */
@Component
public class StaleEntries {

    /** More are not told at once. */
    public static final int MOST = 50;

    private static final Query STALE = query();

    private final Projections projections;

    StaleEntries(Projections projections) {
        this.projections = projections;
    }

    /** Of the city, not touched since that moment; the oldest first, at most {@link #MOST}. */
    public List<StaleEntry> of(CityId city, Instant since) {
        return projections.readGraph((dataset, _) -> rows(dataset, city)).stream()
                .filter(row -> touched(row).isBefore(since))
                .limit(MOST)
                .flatMap(row -> entry(row).stream())
                .toList();
    }

    private static List<Binding> rows(DatasetGraph dataset, CityId city) {
        List<Binding> rows = new ArrayList<>();
        try (QueryExec exec =
                QueryExec.dataset(dataset)
                        .query(STALE)
                        .substitution("city", NodeFactory.createLiteralString(city.value()))
                        .build()) {
            exec.select().forEachRemaining(rows::add);
        }
        return rows;
    }

    private static Instant touched(Binding row) {
        return Instant.parse(row.get("time").getLiteralLexicalForm());
    }

    private Optional<StaleEntry> entry(Binding row) {
        return EntryIri.parse(row.get("entry").toString())
                .flatMap(projections.graph()::entry)
                .map(entry ->
                        new StaleEntry(
                                entry.iri(),
                                entry.title(),
                                notation(row.get("status")),
                                touched(row)));
    }

    private static String notation(Node concept) {
        String iri = concept.toString();
        return iri.substring(iri.lastIndexOf('/') + 1);
    }

    private static Query query() {
        try (InputStream in = StaleEntries.class.getResourceAsStream("stale.rq")) {
            if (in == null) {
                throw new IllegalStateException("Query stale.rq is not beside its class");
            }
            return QueryFactory.create(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Query stale.rq cannot be read", e);
        }
    }
}
