package org.silofri.node.web.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.graph.EntryRecord;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.Wording;
import org.silofri.ontology.SF;

/** Reads the table of facts and the numbers of an entry from its triples. */
final class Facts {

    private static final Node TITLE = DCTerms.title.asNode();
    private static final Node VALUE = node(Properties.SCHEMA + "value");
    private static final Node UNIT = node(Properties.SCHEMA + "unitText");
    private static final Node CLASSIFICATION = node(Properties.ORG + "classification");
    private static final Node EMAIL = node(Properties.SCHEMA + "email");
    private static final Node TELEPHONE = node(Properties.SCHEMA + "telephone");

    /** Shown elsewhere on the page. */
    private static final Set<String> ELSEWHERE =
            Set.of(
                    RDF.type.getURI(),
                    DCTerms.title.getURI(),
                    DCTerms.description.getURI(),
                    DCTerms.publisher.getURI(),
                    DCTerms.license.getURI(),
                    DCTerms.source.getURI(),
                    DCTerms.subject.getURI(),
                    SF.demonstration.getURI(),
                    SF.measure.getURI());

    private final EntryRecord entry;
    private final Wording say;
    private final Values values;
    private final Node self;

    Facts(EntryRecord entry, Wording say, Values values) {
        this.entry = entry;
        this.say = say;
        this.values = values;
        this.self = node(entry.iri().value());
    }

    /** All that the entry says of itself and that is shown nowhere else. */
    List<EntryView.Fact> table() {
        Map<Node, List<Node>> byProperty = new LinkedHashMap<>();
        entry.graph().find(self, Node.ANY, Node.ANY).toList().stream()
                .filter(triple -> !ELSEWHERE.contains(triple.getPredicate().toString()))
                .filter(triple -> !isEntry(triple.getObject()))
                .sorted(
                        Comparator.comparingInt(
                                        (Triple triple) -> Properties.rank(triple.getPredicate()))
                                .thenComparing(triple -> triple.getPredicate().toString())
                                .thenComparing(triple -> triple.getObject().toString()))
                .forEach(triple ->
                        byProperty
                                .computeIfAbsent(triple.getPredicate(), p -> new ArrayList<>())
                                .add(triple.getObject()));
        List<EntryView.Fact> facts = new ArrayList<>();
        byProperty.forEach((property, objects) ->
                facts.add(
                        new EntryView.Fact(
                                Properties.label(property.toString(), say),
                                readable(objects).stream().flatMap(this::shown).toList())));
        return facts;
    }

    /** Of texts in several languages those in the language nearest to the reader. */
    private List<Node> readable(List<Node> objects) {
        Set<String> languages =
                objects.stream()
                        .map(Facts::language)
                        .filter(language -> !language.isEmpty())
                        .collect(Collectors.toSet());
        String nearest = Text.nearest(languages, say.language()).orElse("");
        return objects.stream()
                .filter(object -> language(object).isEmpty() || language(object).equals(nearest))
                .toList();
    }

    private static String language(Node object) {
        return object.isLiteral() ? object.getLiteralLanguage() : "";
    }

    /** The numbers of the entry. */
    List<EntryView.Measure> measures() {
        return entry.values(SF.measure.asNode()).stream().map(this::measure).toList();
    }

    private EntryView.Measure measure(Node measure) {
        return new EntryView.Measure(title(measure), first(measure, VALUE), first(measure, UNIT));
    }

    private Stream<EntryView.Value> shown(Node object) {
        if (!isFragment(object)) {
            return Stream.of(values.value(object));
        }
        List<EntryView.Value> parts = new ArrayList<>();
        String name = title(object).value();
        if (!name.isEmpty()) {
            parts.add(new EntryView.Value(withKind(name, object), null, false));
        }
        for (Node mail : entry.values(object, EMAIL)) {
            String address = mail.isLiteral() ? mail.getLiteralLexicalForm() : mail.toString();
            String plain = address.replaceFirst("^mailto:", "");
            parts.add(new EntryView.Value(Text.plain(plain), "mailto:" + plain, false));
        }
        entry.values(object, TELEPHONE).forEach(phone -> parts.add(values.value(phone)));
        return parts.stream();
    }

    /** Names of partners are of no language. */
    private Text withKind(String name, Node partner) {
        return entry.values(partner, CLASSIFICATION).stream()
                .findFirst()
                .map(kind -> Text.plain(name + " (" + values.text(kind).value() + ")"))
                .orElse(Text.plain(name));
    }

    private Text title(Node fragment) {
        Map<String, String> titles = new TreeMap<>();
        for (Node title : entry.values(fragment, TITLE)) {
            titles.put(title.getLiteralLanguage(), title.getLiteralLexicalForm());
        }
        return Text.pick(titles, say.language());
    }

    private String first(Node subject, Node property) {
        return entry.values(subject, property).stream().findFirst().map(values::number).orElse("");
    }

    private boolean isFragment(Node node) {
        return node.isURI() && node.getURI().startsWith(entry.iri().value() + "#");
    }

    private static boolean isEntry(Node node) {
        return node.isURI() && EntryIri.parse(node.getURI()).isPresent();
    }

    private static Node node(String iri) {
        return NodeFactory.createURI(iri);
    }
}
