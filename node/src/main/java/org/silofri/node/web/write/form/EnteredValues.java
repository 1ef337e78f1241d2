package org.silofri.node.web.write.form;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.silofri.ontology.CodeList;

/**
 * Single values of a field as RDF and back. What has not the form of its field becomes a plain
 * text, so that the shapes tell what is wrong with it.
 */
final class EnteredValues {

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,15}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,15}([.,][0-9]{1,9})?");
    private static final Pattern TRUTH = Pattern.compile("true|false");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Map<Pattern, XSDDatatype> DATES =
            Map.of(
                    YEAR,
                    XSDDatatype.XSDgYear,
                    Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])"),
                    XSDDatatype.XSDgYearMonth,
                    Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"),
                    XSDDatatype.XSDdate);

    private EnteredValues() {}

    static Node node(Field field, String text) {
        return switch (field.type()) {
            case LINE, TEXT -> throw new IllegalArgumentException("A text needs its language");
            case CHOICE, CHOICES -> concept(field, text);
            case LICENCE, SOURCES, ADDRESSES, ENTRIES -> address(text);
            case WHOLE -> typed(WHOLE, XSDDatatype.XSDinteger, text.replace("\u00a0", ""));
            case DECIMAL -> decimal(text);
            case YEAR -> typed(YEAR, XSDDatatype.XSDgYear, text);
            case DATE -> date(text);
            case FLAG -> typed(TRUTH, XSDDatatype.XSDboolean, text);
            case PLAIN -> plain(text);
        };
    }

    /** A value as it is typed in; empty when the field cannot show it. */
    static Optional<String> text(Field field, Node node) {
        String text =
                switch (field.type()) {
                    case LINE, TEXT -> node.isLiteral() ? node.getLiteralLexicalForm() : "";
                    case CHOICE, CHOICES -> notation(field, node);
                    default -> node.isURI() ? node.getURI() : form(node);
                };
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static String form(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : "";
    }

    private static String notation(Field field, Node node) {
        CodeList list = field.list();
        return list != null && node.isURI()
                ? list.byIri(node.getURI()).map(concept -> concept.notation()).orElse("")
                : "";
    }

    private static Node concept(Field field, String notation) {
        CodeList list = field.list();
        return list != null && list.concept(notation).isPresent()
                ? NodeFactory.createURI(list.iriOf(notation))
                : plain(notation);
    }

    private static Node address(String text) {
        return isAddress(text) ? NodeFactory.createURI(text) : plain(text);
    }

    /** Tells whether a text is an address of the web, in a form that RDF allows. */
    private static boolean isAddress(String text) {
        if (!text.startsWith("http://") && !text.startsWith("https://")) {
            return false;
        }
        try {
            return new URI(text).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Node decimal(String text) {
        return WHOLE.matcher(text).matches()
                ? NodeFactory.createLiteralDT(text, XSDDatatype.XSDinteger)
                : DECIMAL.matcher(text).matches()
                        ? NodeFactory.createLiteralDT(
                                text.replace(',', '.'), XSDDatatype.XSDdecimal)
                        : plain(text);
    }

    private static Node date(String text) {
        return DATES.entrySet().stream()
                .filter(form -> form.getKey().matcher(text).matches())
                .findFirst()
                .map(form -> NodeFactory.createLiteralDT(text, form.getValue()))
                .orElseGet(() -> plain(text));
    }

    private static Node typed(Pattern form, RDFDatatype type, String text) {
        return form.matcher(text).matches() ? NodeFactory.createLiteralDT(text, type) : plain(text);
    }

    private static Node plain(String text) {
        return NodeFactory.createLiteralString(text);
    }
}
