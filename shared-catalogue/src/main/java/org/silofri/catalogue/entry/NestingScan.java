package org.silofri.catalogue.entry;

import java.util.Optional;

/**
 * Finds nesting that is too deep before a recursive parser sees it (F17). Knows just enough of
 * Turtle and N-Triples: strings, IRIs, comments and escapes hide brackets.
 */
final class NestingScan {

    private final String text;
    private final int deepest;
    private int at;
    private int depth;

    private NestingScan(String text, int deepest) {
        this.text = text;
        this.deepest = deepest;
    }

    /** Place of the first bracket of Turtle or N-Triples beyond the depth. */
    static Optional<Place> tooDeep(String turtle, int deepest) {
        return new NestingScan(turtle, deepest).run();
    }

    /** Line and column, both from 1. */
    record Place(int line, int column) {
        @Override
        public String toString() {
            return "line " + line + ", column " + column;
        }
    }

    private Optional<Place> run() {
        while (at < text.length()) {
            step();
            if (depth > deepest) {
                return Optional.of(place(at));
            }
            at++;
        }
        return Optional.empty();
    }

    private void step() {
        switch (text.charAt(at)) {
            case '[', '{', '(' -> depth++;
            case ']', '}', ')' -> depth = Math.max(0, depth - 1);
            case '"' -> skipString('"');
            case '\'' -> skipString('\'');
            case '\\' -> at++;
            case '#' -> skipComment();
            case '<' -> angle();
            default -> {}
        }
    }

    /** An IRI hides its brackets; a quoted triple nests. */
    private void angle() {
        if (text.startsWith("<<", at)) {
            depth++;
            at++;
        } else {
            while (at < text.length() && text.charAt(at) != '>' && text.charAt(at) != '\n') {
                at++;
            }
        }
    }

    private void skipString(char quote) {
        String triple = String.valueOf(quote).repeat(3);
        boolean multiline = text.startsWith(triple, at);
        at += multiline ? 3 : 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (multiline ? text.startsWith(triple, at) : c == quote || c == '\n') {
                at += multiline ? 2 : 0;
                return;
            }
            at++;
        }
    }

    private void skipComment() {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
    }

    private Place place(int offset) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < Math.min(offset, text.length()); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        return new Place(line, offset - start + 1);
    }
}
