package org.silofri.node.sparql;

import java.util.List;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

/** Bounds the text that the GROUP_CONCATs of one query collect in memory. */
final class GuardedGroups extends TransformCopy {

    /** Over all groups; a single text is bounded by {@link Guard#mostCharacters()} times this. */
    private static final long TIMES = 16;

    private final Guard guard;
    private long collected;

    GuardedGroups(Guard guard) {
        this.guard = guard;
    }

    @Override
    public Op transform(OpGroup group, Op sub) {
        List<ExprAggregator> aggregators =
                group.getAggregators().stream().map(this::counted).toList();
        return new OpGroup(sub, group.getGroupVars(), aggregators);
    }

    private ExprAggregator counted(ExprAggregator expression) {
        Aggregator aggregator = expression.getAggregator();
        int separator =
                switch (aggregator) {
                    case AggGroupConcat concat -> length(concat.getSeparator());
                    case AggGroupConcatDistinct concat -> length(concat.getSeparator());
                    default -> -1;
                };
        if (separator < 0) {
            return expression;
        }
        Expr argument = aggregator.getExprList().get(0);
        return new ExprAggregator(
                expression.getVar(),
                aggregator.copy(new ExprList(new Counted(argument, separator))));
    }

    private static int length(@org.jspecify.annotations.Nullable String separator) {
        return separator == null ? 1 : separator.length();
    }

    /** The argument itself, its length added up. */
    private final class Counted extends ExprFunction1 {

        private final int separator;

        Counted(Expr argument, int separator) {
            super(argument, "counted");
            this.separator = separator;
        }

        @Override
        public NodeValue eval(NodeValue value) {
            collected += value.asString().length() + separator;
            if (collected > TIMES * guard.mostCharacters()) {
                throw new Guard.MemoryShort();
            }
            return value;
        }

        @Override
        public Expr copy(Expr argument) {
            return new Counted(argument, separator);
        }
    }
}
