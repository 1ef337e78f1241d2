package org.silofri.node.sparql;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;

/** Runs one query over the store and serialises its result within the limits. */
final class QueryRun {

    /** Rows that a sort or a DISTINCT keeps in memory before it goes to disk. */
    private static final long SPILL_ROWS = 50_000;

    private final SparqlSettings settings;
    private final Guard guard;

    QueryRun(SparqlSettings settings, Guard guard) {
        this.settings = settings;
        this.guard = guard;
    }

    /**
     * @return the serialised result
     * @throws ResultBuffer.TooLarge if it is beyond a limit
     */
    byte[] run(Query query, DatasetGraph store, ResultForm form) {
        ResultBuffer out = new ResultBuffer(settings.mostResultBytes().toBytes());
        Context context = ARQ.getContext().copy();
        context.set(ARQ.httpServiceAllowed, false);
        context.set(ARQ.propertyFunctions, false);
        context.set(ARQ.spillToDiskThreshold, SPILL_ROWS);
        GuardedEngine.register(context);
        GuardedDataset guarded = new GuardedDataset(store, guard);
        try (QueryExec run =
                QueryExec.dataset(guarded)
                        .query(query)
                        .context(context)
                        .timeout(guard.left() / 1_000_000 + 1, TimeUnit.MILLISECONDS)
                        .build()) {
            if (query.isSelectType()) {
                writer(form).write(out, bounded(run.select()), context);
            } else if (query.isAskType()) {
                writer(form).write(out, run.ask(), context);
            } else {
                RDFDataMgr.write(out, triples(query, run), (RDFFormat) form.format());
            }
        }
        return out.toByteArray();
    }

    private static RowSetWriter writer(ResultForm form) {
        Lang lang = (Lang) form.format();
        return RowSetWriterRegistry.getFactory(lang).create(lang);
    }

    private Graph triples(Query query, QueryExec run) {
        Graph graph = GraphFactory.createDefaultGraph();
        graph.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
        if (query.isConstructType()) {
            var triples = run.constructTriples();
            while (triples.hasNext()) {
                add(graph, triples.next());
            }
        } else {
            var triples = run.describeTriples();
            while (triples.hasNext()) {
                add(graph, triples.next());
            }
        }
        return graph;
    }

    private void add(Graph graph, Triple triple) {
        guard.check();
        graph.add(triple);
        if (graph.size() > settings.mostRows()) {
            throw new ResultBuffer.TooLarge(settings.mostRows() + " triples");
        }
    }

    /** The rows, counted, each asking the guard. */
    private RowSet bounded(RowSet rows) {
        AtomicLong count = new AtomicLong();
        return RowSetStream.create(
                rows.getResultVars(), Iter.map(rows, row -> counted(row, count)));
    }

    private Binding counted(Binding row, AtomicLong count) {
        guard.checkNow();
        if (count.incrementAndGet() > settings.mostRows()) {
            throw new ResultBuffer.TooLarge(settings.mostRows() + " rows");
        }
        return row;
    }
}
