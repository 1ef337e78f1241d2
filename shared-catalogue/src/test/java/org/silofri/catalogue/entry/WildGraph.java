package org.silofri.catalogue.entry;

import java.util.List;
import java.util.Random;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;

/** Random entries full of odd literals, the same for the same seed. */
public final class WildGraph {

    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final List<String> INTEGERS =
            List.of(
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
                    "unsignedByte");
    private static final List<String> ZONES =
            List.of(
                    "", "Z", "+00:00", "-00:00", "+01:00", "-14:00", "+14:00", "+05:45", "-00:45",
                    "+05:37", "-00:01", "-03:30", "-00:15", "-00:30");
    private static final List<String> TAGS =
            List.of(
                    "da",
                    "NB",
                    "nn-no",
                    "zh-hant-TW",
                    "sl-rozaj-biske",
                    "de-CH-1901",
                    "es-419",
                    "en-a-bbb-x-a-CCC",
                    "x-whatever",
                    "i-klingon",
                    "sgn-BE-FR",
                    "en-GB-oed",
                    "zh-min-nan",
                    "iw",
                    "az-Arab-x-AZE-derbend",
                    "hy-Latn-IT-arevela",
                    "zh-yue",
                    "de-DE-u-co-phonebk",
                    "qaa-Qaaa-QM-x-southern",
                    "fil",
                    "ROOT",
                    "cel-gaulish");
    private static final List<String> PIECES =
            List.of(
                    "å",
                    "A\u030a",
                    "ﬁ",
                    "\u0344",
                    "\ud83d\udeb2",
                    "\u0000",
                    "\u007f",
                    "\u0085",
                    "\u2028",
                    "\ufffe",
                    "\uffff",
                    "\ufeff",
                    "\"",
                    "\\",
                    "\n",
                    "\r",
                    "\t",
                    "\b",
                    "\f",
                    "\\u0041",
                    "\u0958",
                    "\uac00",
                    "\u1112\u1161\u11ab",
                    "e\u0323\u0301",
                    "e\u0301\u0323",
                    "<",
                    ">",
                    " ",
                    "\u00a0",
                    "\ud834\udd5e",
                    "\u212b",
                    "x");

    private static final List<String> IRIS =
            List.of(
                    "https://x.example/ø/?q=a#b",
                    "https://x.example/%zz",
                    "urn:x:",
                    "x:",
                    "x:y",
                    "mailto:a@b.example",
                    "http://[::1/",
                    "https://x.example/a#b#c",
                    "x:\u0085",
                    "https://x.example/\ud83d\udeb2",
                    "x:A\u030a",
                    "http://x.example:99999/..",
                    "x:(a)[b]",
                    "HTTP://X.example/",
                    "x:\ufffd",
                    "file:///etc/",
                    "x:\ue000");
    private static final List<String> DATATYPES =
            List.of(
                    "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString",
                    "http://www.w3.org/1999/02/22-rdf-syntax-ns#HTML",
                    "http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral",
                    "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON",
                    "http://www.opengis.net/ont/geosparql#wktLiteral",
                    XSD + "string",
                    XSD + "token",
                    XSD + "base64Binary",
                    XSD + "unheardOf",
                    XSD + "yearMonthDuration",
                    XSD + "gDay",
                    XSD + "QName",
                    "x:y");

    private final Random random;

    private WildGraph(long seed) {
        this.random = new Random(seed);
    }

    /** An entry with up to 40 triples. */
    public static Graph of(EntryIri entry, long seed) {
        return new WildGraph(seed).graph(entry);
    }

    private Graph graph(EntryIri entry) {
        Graph graph = GraphFactory.createGraphMem();
        int size = 1 + random.nextInt(40);
        for (int i = 0; i < size; i++) {
            String fragment = random.nextInt(3) == 0 ? "#part-" + random.nextInt(3) : "";
            graph.add(
                    NodeFactory.createURI(entry + fragment),
                    NodeFactory.createURI("https://x.example/p" + random.nextInt(4)),
                    object());
        }
        return graph;
    }

    private Node object() {
        return switch (random.nextInt(12)) {
            case 0 -> typed(pick(INTEGERS), digits(random.nextInt(25)));
            case 1 -> typed("decimal", digits(random.nextInt(20)) + "." + plainDigits(20));
            case 2 -> typed(random.nextBoolean() ? "double" : "float", floating());
            case 3 -> typed(random.nextBoolean() ? "dateTime" : "dateTimeStamp", dateTime());
            case 4 -> typed("date", date() + pick(ZONES));
            case 5 -> typed("boolean", pick(List.of("true", "false", "1", "0")));
            case 6 -> NodeFactory.createLiteralLang(text(), pick(TAGS));
            case 7 ->
                    typed(
                            pick(List.of("gYear", "time", "duration", "anyURI", "hexBinary")),
                            pick(List.of("2030", "12:00:00", "P1D", " a b ", "0AfF")));
            case 8 -> NodeFactory.createURI(pick(IRIS));
            case 9 -> foreign(pick(DATATYPES), text());
            default -> NodeFactory.createLiteralString(text());
        };
    }

    private String floating() {
        return switch (random.nextInt(6)) {
            case 0 -> pick(List.of("INF", "-INF", "NaN", "-0", "0", "1", "-0.0e10"));
            case 1 -> Double.toString(Double.longBitsToDouble(random.nextLong()));
            case 2 -> Float.toString(Float.intBitsToFloat(random.nextInt()));
            case 3 -> digits(5) + "E" + (random.nextInt(700) - 350);
            case 4 -> "1" + "0".repeat(random.nextInt(30)) + ".10";
            default -> Double.toString(random.nextGaussian());
        };
    }

    private String dateTime() {
        String time =
                random.nextInt(8) == 0
                        ? "24:00:00"
                        : "%02d:%02d:%02d"
                                .formatted(
                                        random.nextInt(24), random.nextInt(60), random.nextInt(60));
        String fraction = random.nextBoolean() ? "" : "." + nineDigits();
        return date() + "T" + (time.startsWith("24") ? time : time + fraction) + pick(ZONES);
    }

    private String date() {
        int year = random.nextInt(4) == 0 ? random.nextInt(10_000) : 2000 + random.nextInt(60);
        return "%04d-%02d-%02d".formatted(year, 1 + random.nextInt(12), 1 + random.nextInt(30));
    }

    private String digits(int length) {
        return pick(List.of("", "-", "+")) + "0".repeat(random.nextInt(3)) + plainDigits(length);
    }

    private String plainDigits(int most) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i <= random.nextInt(most + 1); i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.append("0".repeat(random.nextInt(4))).toString();
    }

    /** More of them cannot be put into a node at all: Jena refuses. */
    private String nineDigits() {
        String digits = plainDigits(8);
        return digits.substring(0, Math.min(9, digits.length()));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(pick(PIECES));
        }
        return text.toString();
    }

    private static Node foreign(String datatype, String lexical) {
        return NodeFactory.createLiteralDT(
                lexical, TypeMapper.getInstance().getSafeTypeByName(datatype));
    }

    private static Node typed(String type, String lexical) {
        return NodeFactory.createLiteralDT(
                lexical, TypeMapper.getInstance().getSafeTypeByName(XSD + type));
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
