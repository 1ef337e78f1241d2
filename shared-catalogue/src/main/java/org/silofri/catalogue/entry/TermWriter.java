package org.silofri.catalogue.entry;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * Writes one triple as a canonical line.
 *
 * @see <a href="https://www.w3.org/TR/rdf-canon/#canonical-quads">RDFC-1.0, canonical form</a>
 */
final class TermWriter {

    private static final Pattern IRI =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\x00-\\x20\\x7f<>\"{}|^`\\\\]+");
    private static final Pattern FRAGMENT = Pattern.compile("[A-Za-z0-9._~-]{1,100}");
    private static final String RESERVED_FRAGMENT = "prov";
    private static final String XSD_STRING = "http://www.w3.org/2001/XMLSchema#string";

    private static final Set<String> TAGGED =
            Set.of(
                    "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString",
                    "http://www.w3.org/1999/02/22-rdf-syntax-ns#dirLangString");

    private final Optional<EntryIri> entry;

    TermWriter(Optional<EntryIri> entry) {
        this.entry = entry;
    }

    /** A term cannot stand in a payload; the message tells why and the remedy. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message, null, false, false);
        }
    }

    String line(Triple triple) {
        StringBuilder line = new StringBuilder(160);
        subject(line, triple.getSubject());
        line.append(' ');
        iri(line, triple.getPredicate());
        line.append(' ');
        object(line, triple.getObject());
        return line.append(" .\n").toString();
    }

    private void subject(StringBuilder line, Node node) {
        iri(line, node);
        entry.ifPresent(own -> checkOwn(own, node.getURI()));
    }

    private static void checkOwn(EntryIri entry, String subject) {
        if (subject.equals(entry.value())) {
            return;
        }
        String stem = entry.value() + "#";
        String fragment = subject.startsWith(stem) ? subject.substring(stem.length()) : "";
        if (!FRAGMENT.matcher(fragment).matches() || fragment.equals(RESERVED_FRAGMENT)) {
            throw new Refused(
                    ("Subject <%s> is neither the entry <%s> nor a fragment of it; say it about the"
                                    + " entry or use <#name> of letters, digits, . _ ~ - (not"
                                    + " #prov)")
                            .formatted(subject, entry));
        }
    }

    private static void object(StringBuilder line, Node node) {
        if (node.isLiteral()) {
            literal(line, node);
        } else {
            iri(line, node);
        }
    }

    private static void iri(StringBuilder line, Node node) {
        if (node.isBlank()) {
            throw new Refused("Blank node; give it a name with <#name>");
        }
        if (!node.isURI()) {
            throw new Refused("Term %s is no IRI; name it with an IRI".formatted(node));
        }
        String iri = node.getURI();
        if (!IRI.matcher(iri).matches() || !LiteralForm.isText(iri)) {
            throw new Refused(
                    "<%s> is no absolute IRI; write scheme:rest without spaces or < > \" { } | ^ ` \\"
                            .formatted(iri));
        }
        line.append('<').append(iri).append('>');
    }

    private static void literal(StringBuilder line, Node node) {
        String language = node.getLiteralLanguage();
        String datatype = node.getLiteralDatatypeURI();
        String text = LiteralForm.of(node.getLiteralLexicalForm(), datatype);
        line.append('"');
        escape(line, text);
        line.append('"');
        if (!language.isEmpty()) {
            if (node.getLiteralBaseDirection() != null) {
                throw new Refused("Literal with a base direction; leave --ltr or --rtl out");
            }
            line.append('@').append(LanguageTags.canonical(language));
        } else if (TAGGED.contains(datatype)) {
            throw new Refused("Literal of %s has no language tag; add it".formatted(datatype));
        } else if (!datatype.equals(XSD_STRING)) {
            line.append("^^");
            iri(line, NodeFactory.createURI(datatype));
        }
    }

    private static void escape(StringBuilder line, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\b' -> line.append("\\b");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\f' -> line.append("\\f");
                case '\r' -> line.append("\\r");
                case '"' -> line.append("\\\"");
                case '\\' -> line.append("\\\\");
                default -> {
                    if (c < 0x20 || c == 0x7f) {
                        line.append("\\u%04X".formatted((int) c));
                    } else {
                        line.append(c);
                    }
                }
            }
        }
    }
}
