package org.silofri.node.web.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.node.web.listing.EntryLinks;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.Wording;
import org.silofri.ontology.CodeList;
import org.silofri.ontology.Concept;

/** RDF values in the reader's words. */
final class Values {

    private final Wording say;
    private final EntryLinks links;
    private final Locale locale;

    Values(Wording say, EntryLinks links) {
        this.say = say;
        this.links = links;
        this.locale = Locale.forLanguageTag(say.language());
    }

    /** A value with where it leads. */
    EntryView.Value value(Node node) {
        if (node.isLiteral()) {
            return new EntryView.Value(literal(node), null, false);
        }
        String iri = node.toString();
        if (iri.startsWith("mailto:")) {
            return new EntryView.Value(Text.plain(iri.substring(7)), iri, false);
        }
        var concept = CodeList.anyByIri(iri);
        if (concept.isPresent()) {
            return new EntryView.Value(Text.plain(label(concept.get())), null, false);
        }
        var entry = EntryIri.parse(iri);
        if (entry.isPresent()) {
            return new EntryView.Value(
                    Text.plain(EntryLinks.shown(iri)), links.page(entry.get()), false);
        }
        return away(iri);
    }

    /** An address off this node; one that no browser should follow is shown as text. */
    static EntryView.Value away(String iri) {
        return new EntryView.Value(
                Text.plain(EntryLinks.shown(iri)), EntryLinks.web(iri).orElse(null), true);
    }

    /** A literal or an IRI as text alone. */
    Text text(Node node) {
        return value(node).text();
    }

    /** A number with the reader's separators, or the text as it is. */
    public String number(Node node) {
        return literal(node).value();
    }

    private String label(Concept concept) {
        return concept.label(say.language());
    }

    private Text literal(Node node) {
        String form = node.getLiteralLexicalForm();
        if (!node.getLiteralLanguage().isEmpty()) {
            return Text.of(form, node.getLiteralLanguage(), say.language());
        }
        return Text.plain(typed(form, node.getLiteralDatatypeURI()));
    }

    private String typed(String form, String type) {
        try {
            if (type.equals(XSD.date.getURI())) {
                return LocalDate.parse(form)
                        .format(DateTimeFormatter.ofPattern(say.say("time.date"), locale));
            }
            if (type.equals(XSD.gYearMonth.getURI())) {
                return YearMonth.parse(form)
                        .format(DateTimeFormatter.ofPattern("LLLL uuuu", locale));
            }
            if (type.equals(XSD.dateTime.getURI())) {
                return say.when(OffsetDateTime.parse(form).toInstant()).exact();
            }
            if (type.equals(XSD.integer.getURI()) || type.equals(XSD.decimal.getURI())) {
                return say.number(new BigDecimal(form));
            }
            if (type.equals(XSD.xboolean.getURI())) {
                return say.say(form.equals("true") ? "entry.yes" : "entry.no");
            }
            return form;
        } catch (DateTimeParseException | NumberFormatException e) {
            // a form that the shapes of a later version allow; shown as it was written
            return form;
        }
    }
}
