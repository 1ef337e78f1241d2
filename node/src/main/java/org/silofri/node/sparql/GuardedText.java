package org.silofri.node.sparql;

import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Text that a regular expression reads: each character read asks the guard, which is the only way
 * to end a match that backtracks without end.
 */
record GuardedText(String text, Guard guard) implements CharSequence {

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        guard.check();
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new GuardedText(text.substring(start, end), guard);
    }

    @Override
    public String toString() {
        return text;
    }

    /**
     * Passes a value on if its text is not too long.
     *
     * @throws ExprEvalException otherwise; the expression then has no value, as SPARQL says
     */
    static NodeValue notTooLong(NodeValue value, Guard guard) {
        if (value.isLiteral()
                && value.asNode().getLiteralLexicalForm().length() > guard.mostCharacters()) {
            throw tooLong(guard);
        }
        return value;
    }

    static ExprEvalException tooLong(Guard guard) {
        return new ExprEvalException(
                "text is longer than " + guard.mostCharacters() + " characters");
    }
}
