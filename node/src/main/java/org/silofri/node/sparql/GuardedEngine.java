package org.silofri.node.sparql;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.util.Context;

/**
 * ARQ's engine over a {@link GuardedDataset}. Expressions are replaced before the optimiser runs,
 * since it would already evaluate constant ones.
 */
final class GuardedEngine extends QueryEngineMain {

    private final Guard guard;

    private GuardedEngine(Query query, GuardedDataset store, Binding input, Context context) {
        super(query, store, input, context);
        this.guard = store.guard();
    }

    /** Makes the queries of this context run here. */
    static void register(Context context) {
        QueryEngineRegistry registry = new QueryEngineRegistry();
        registry.add(new Factory());
        QueryEngineRegistry.set(context, registry);
    }

    @Override
    protected Op modifyOp(Op op) {
        Op guarded =
                Transformer.transform(new GuardedGroups(guard), new GuardedExpressions(guard), op);
        return super.modifyOp(guarded);
    }

    private static final class Factory implements QueryEngineFactory {

        @Override
        public boolean accept(Query query, DatasetGraph dataset, Context context) {
            return dataset instanceof GuardedDataset;
        }

        @Override
        public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
            return new GuardedEngine(query, (GuardedDataset) dataset, input, context).getPlan();
        }

        @Override
        public boolean accept(Op op, DatasetGraph dataset, Context context) {
            return false;
        }

        @Override
        public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
            throw new UnsupportedOperationException("only queries are accepted");
        }
    }
}
