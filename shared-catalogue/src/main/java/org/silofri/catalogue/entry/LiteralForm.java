package org.silofri.catalogue.entry;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.sparql.util.XSDNumUtils;

/**
 * The lexical form of a literal that the graph store gives back unchanged: numbers, dates and
 * booleans in one form, text in NFC. An ill-typed XSD literal is refused.
 */
final class LiteralForm {

    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final Map<String, Form> FORMS = forms();

    private static final Pattern NUMBER = Pattern.compile("([+-]?)0*([0-9]*)(?:\\.([0-9]*?)0*)?");

    private LiteralForm() {}

    private interface Form {
        String of(String lexical);
    }

    private static Map<String, Form> forms() {
        Map<String, Form> forms = new java.util.HashMap<>();
        for (String type :
                new String[] {
                    "integer",
                    "long",
                    "int",
                    "short",
                    "byte",
                    "positiveInteger",
                    "nonPositiveInteger",
                    "negativeInteger",
                    "nonNegativeInteger",
                    "unsignedLong",
                    "unsignedInt",
                    "unsignedShort",
                    "unsignedByte"
                }) {
            forms.put(XSD + type, LiteralForm::integer);
        }
        forms.put(XSD + "decimal", LiteralForm::decimal);
        forms.put(XSD + "double", text -> XSDNumUtils.stringForm(XSDNumUtils.xsdParseDouble(text)));
        forms.put(XSD + "float", text -> XSDNumUtils.stringForm(XSDNumUtils.xsdParseFloat(text)));
        forms.put(XSD + "boolean", text -> String.valueOf(text.equals("1") || text.equals("true")));
        forms.put(XSD + "dateTime", DateForm::of);
        forms.put(XSD + "dateTimeStamp", DateForm::of);
        forms.put(XSD + "date", DateForm::of);
        return Map.copyOf(forms);
    }

    /**
     * @throws TermWriter.Refused when the text is none of the datatype, or no Unicode text
     */
    static String of(String lexical, String datatype) {
        if (!isText(lexical)) {
            throw new TermWriter.Refused(
                    "Literal holds half a surrogate pair or a code point that is no character; repair"
                            + " the text");
        }
        Form form = FORMS.get(datatype);
        if (form == null) {
            return Normalizer.normalize(lexical, Normalizer.Form.NFC);
        }
        String trimmed = lexical.strip();
        if (!isValid(trimmed, TypeMapper.getInstance().getSafeTypeByName(datatype))) {
            throw new TermWriter.Refused(
                    "\"%s\" is no %s; correct the value"
                            .formatted(shortened(lexical), datatype.replace(XSD, "xsd:")));
        }
        return form.of(trimmed);
    }

    private static boolean isValid(String text, RDFDatatype type) {
        try {
            return type.isValid(text);
        } catch (NumberFormatException e) {
            return false; // Jena's answer to more than nine digits of a second
        }
    }

    /** Tells whether the text has no half of a surrogate pair and no Unicode noncharacter. */
    static boolean isText(String text) {
        return text.codePoints().noneMatch(LiteralForm::isNoCharacter);
    }

    private static boolean isNoCharacter(int codePoint) {
        return (codePoint >= 0xD800 && codePoint <= 0xDFFF)
                || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF)
                || (codePoint & 0xFFFE) == 0xFFFE;
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static String integer(String text) {
        Matcher parts = number(text);
        String digits = parts.group(2);
        return digits.isEmpty() ? "0" : sign(parts) + digits;
    }

    /** With at least one digit on each side of the point. */
    private static String decimal(String text) {
        Matcher parts = number(text);
        String whole = parts.group(2);
        String fraction = parts.group(3) == null ? "" : parts.group(3);
        if (whole.isEmpty() && fraction.isEmpty()) {
            return "0.0";
        }
        return sign(parts)
                + (whole.isEmpty() ? "0" : whole)
                + "."
                + (fraction.isEmpty() ? "0" : fraction);
    }

    private static String sign(Matcher parts) {
        return "-".equals(parts.group(1)) ? "-" : "";
    }

    private static Matcher number(String text) {
        Matcher parts = NUMBER.matcher(text);
        if (!parts.matches()) {
            throw new TermWriter.Refused("\"%s\" is no number".formatted(shortened(text)));
        }
        return parts;
    }
}
