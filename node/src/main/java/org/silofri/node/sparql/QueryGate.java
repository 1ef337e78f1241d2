package org.silofri.node.sparql;

import java.nio.charset.StandardCharsets;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/** Lets through SPARQL 1.1 queries of bounded size that stay inside the store. */
final class QueryGate {

    /** Deeper groups or expressions would exhaust the stack of the recursive parser. */
    private static final int DEEPEST = 100;

    private final long mostBytes;

    QueryGate(SparqlSettings settings) {
        this.mostBytes = settings.mostQueryBytes().toBytes();
    }

    /** What became of a text. */
    sealed interface Entrance {

        /** The query may run. */
        record Allowed(Query query) implements Entrance {}

        /**
         * The query must not run.
         *
         * @param detail what is wrong and what helps; never content of the store
         */
        record Refused(String detail) implements Entrance {}
    }

    Entrance enter(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > mostBytes) {
            return new Entrance.Refused(
                    "The query is longer than %d bytes; shorten it".formatted(mostBytes));
        }
        if (depth(text) > DEEPEST) {
            return new Entrance.Refused(
                    "The query is nested deeper than %d brackets; flatten it".formatted(DEEPEST));
        }
        try {
            Query query = QueryFactory.create(text, Syntax.syntaxSPARQL_11);
            @Nullable String objection = objection(query);
            return objection == null
                    ? new Entrance.Allowed(query)
                    : new Entrance.Refused(objection);
        } catch (QueryParseException e) {
            return new Entrance.Refused(
                    "The query has a syntax error at line %d, column %d: %s"
                            .formatted(e.getLine(), e.getColumn(), firstLine(e)));
        } catch (StackOverflowError e) {
            // the parser and the algebra recurse; a chain of operators needs no bracket to be deep
            return new Entrance.Refused("The query is nested too deep; flatten or split it");
        } catch (QueryException e) {
            return new Entrance.Refused("The query is not valid SPARQL 1.1: " + firstLine(e));
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** Brackets open at a time; those in strings and comments count too, which is harmless. */
    private static int depth(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '{', '(', '[' -> deepest = Math.max(deepest, ++depth);
                case '}', ')', ']' -> depth--;
                case '!' -> deepest = Math.max(deepest, runOf(text, i) + depth);
                default -> {}
            }
        }
        return deepest;
    }

    private static int runOf(String text, int start) {
        int end = start;
        while (end < text.length() && (text.charAt(end) == '!' || text.charAt(end) == ' ')) {
            end++;
        }
        return end - start;
    }

    private static @Nullable String objection(Query query) {
        Outside outside = new Outside();
        Walker.walk(Algebra.compile(query), outside.operators, outside.expressions);
        if (outside.service) {
            return "SERVICE is off here: this endpoint asks no other; query the other one yourself";
        }
        return outside.function == null
                ? null
                : "Function <%s> is not offered; use the functions of SPARQL 1.1"
                        .formatted(outside.function);
    }

    /** Finds what would leave the store: SERVICE, and functions loaded by name. */
    private static final class Outside {

        private boolean service;
        private @Nullable String function;

        private final OpVisitorBase operators =
                new OpVisitorBase() {
                    @Override
                    public void visit(OpService op) {
                        service = true;
                    }
                };

        private final ExprVisitorBase expressions =
                new ExprVisitorBase() {
                    @Override
                    public void visit(ExprFunctionN call) {
                        String iri = call.getFunctionIRI();
                        if (iri != null && !iri.startsWith(XSD.getURI())) {
                            function = iri;
                        }
                    }
                };
    }
}
