package org.silofri.node.sparql;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the functions that can run without end or make texts without end by ones that ask the
 * guard: REGEX, REPLACE, CONCAT and ENCODE_FOR_URI.
 */
final class GuardedExpressions extends ExprTransformCopy {

    private final Guard guard;

    GuardedExpressions(Guard guard) {
        this.guard = guard;
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList arguments) {
        return switch (function) {
            case E_Regex regex -> new Regex(arguments, guard);
            case E_StrReplace replace -> new Replace(arguments, guard);
            case E_StrConcat concat -> new Concat(arguments, guard);
            default -> super.transform(function, arguments);
        };
    }

    @Override
    public Expr transform(ExprFunction1 function, Expr argument) {
        return function instanceof E_StrEncodeForURI
                ? new Encode(argument, guard)
                : super.transform(function, argument);
    }

    private static Pattern pattern(NodeValue pattern, @Nullable NodeValue flags) {
        if (!pattern.isString() || (flags != null && !flags.isString())) {
            throw new ExprEvalException("pattern and flags must be strings");
        }
        return RegexEngine.makePattern(
                "REGEX", pattern.getString(), flags == null ? null : flags.getString());
    }

    private static @Nullable NodeValue argument(List<NodeValue> arguments, int index) {
        return arguments.size() > index ? arguments.get(index) : null;
    }

    /** The arguments that are there; the engine pads optional ones with null. */
    private static Expr[] present(ExprList arguments) {
        return arguments.getListRaw().stream()
                .filter(java.util.Objects::nonNull)
                .toArray(Expr[]::new);
    }

    /** REGEX whose match can be ended. */
    private static final class Regex extends ExprFunctionN {

        private final Guard guard;

        Regex(ExprList arguments, Guard guard) {
            super("regex", present(arguments));
            this.guard = guard;
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments) {
            Node text = NodeValueOps.checkAndGetStringLiteral("REGEX", arguments.get(0));
            return NodeValue.makeBoolean(
                    pattern(arguments.get(1), argument(arguments, 2))
                            .matcher(new GuardedText(text.getLiteralLexicalForm(), guard))
                            .find());
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Regex(arguments, guard);
        }
    }

    /** REPLACE whose match can be ended and whose result is bounded. */
    private static final class Replace extends ExprFunctionN {

        private final Guard guard;

        Replace(ExprList arguments, Guard guard) {
            super("replace", present(arguments));
            this.guard = guard;
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments) {
            Node text = NodeValueOps.checkAndGetStringLiteral("REPLACE", arguments.get(0));
            String by = arguments.get(2).asString();
            Matcher matcher =
                    pattern(arguments.get(1), argument(arguments, 3))
                            .matcher(new GuardedText(text.getLiteralLexicalForm(), guard));
            String result = replaced(matcher, by);
            return text.getLiteralLanguage().isEmpty()
                    ? NodeValue.makeString(result)
                    : NodeValue.makeLangString(result, text.getLiteralLanguage());
        }

        private String replaced(Matcher matcher, String by) {
            StringBuilder result = new StringBuilder();
            try {
                while (matcher.find()) {
                    matcher.appendReplacement(result, by);
                    if (result.length() > guard.mostCharacters()) {
                        throw GuardedText.tooLong(guard);
                    }
                }
                return matcher.appendTail(result).toString();
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new ExprEvalException("bad replacement \"" + by + "\"", e);
            }
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Replace(arguments, guard);
        }
    }

    /** CONCAT whose result is bounded. */
    private static final class Concat extends ExprFunctionN {

        private final Guard guard;

        Concat(ExprList arguments, Guard guard) {
            super("concat", arguments);
            this.guard = guard;
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments) {
            return GuardedText.notTooLong(XSDFuncOp.strConcat(arguments), guard);
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Concat(arguments, guard);
        }
    }

    /** ENCODE_FOR_URI whose result is bounded. */
    private static final class Encode extends ExprFunction1 {

        private final Guard guard;

        Encode(Expr argument, Guard guard) {
            super(argument, "encode_for_uri");
            this.guard = guard;
        }

        @Override
        public NodeValue eval(NodeValue value) {
            return GuardedText.notTooLong(new E_StrEncodeForURI(value).eval(value), guard);
        }

        @Override
        public Expr copy(Expr argument) {
            return new Encode(argument, guard);
        }
    }
}
