package org.silofri.node.web.write.form;

import static org.silofri.catalogue.entry.EntryKind.GOAL;
import static org.silofri.catalogue.entry.EntryKind.INDICATOR;
import static org.silofri.catalogue.entry.EntryKind.PILOT;
import static org.silofri.catalogue.entry.EntryKind.PROBLEM;
import static org.silofri.catalogue.entry.EntryKind.RESULT;
import static org.silofri.catalogue.entry.EntryKind.SCALING_EVENT;
import static org.silofri.catalogue.entry.EntryKind.SOLUTION;
import static org.silofri.catalogue.entry.EntryKind.TARGET;
import static org.silofri.node.web.write.form.Field.Place.FIRST;
import static org.silofri.node.web.write.form.Field.Place.MORE;
import static org.silofri.node.web.write.form.Field.Place.REQUIRED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.DCTerms;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.ontology.CodeList;
import org.silofri.ontology.SF;

/**
 * The fields of each kind of entry, declared once for every form. A test holds them to the ontology
 * (each property is one of the kind, with the type of its range) and to the shapes (required is
 * what they demand).
 */
public final class Fields {

    /** Kinds that forms are offered for, in the order in which a city's work goes on. */
    public static final List<EntryKind> KINDS =
            List.of(PROBLEM, PILOT, SOLUTION, RESULT, SCALING_EVENT, GOAL, TARGET);

    /** The languages in which the form was filled in; a parameter beside those of the fields. */
    public static final String LANGUAGES = "languages";

    private static final String SCHEMA = "https://schema.org/";
    private static final String PROV = "http://www.w3.org/ns/prov#";

    private static final List<Field> HEAD =
            List.of(
                    text("title", DCTerms.title, Field.Type.LINE, REQUIRED),
                    text("description", DCTerms.description, Field.Type.TEXT, FIRST),
                    choice("theme", DCTerms.subject, Field.Type.CHOICES, REQUIRED, CodeList.THEME));

    private static final List<Field> FOOT =
            List.of(
                    text("licence", DCTerms.license, Field.Type.LICENCE, REQUIRED),
                    text("source", DCTerms.source, Field.Type.SOURCES, REQUIRED));

    private static final List<Field> TAIL =
            List.of(
                    choice(
                            "effectLevel",
                            SF.effectLevel,
                            Field.Type.CHOICES,
                            MORE,
                            CodeList.EFFECT_LEVEL),
                    text("evidence", SF.evidence, Field.Type.ADDRESSES, MORE),
                    other("startDate", SCHEMA + "startDate", Field.Type.DATE),
                    other("endDate", SCHEMA + "endDate", Field.Type.DATE),
                    link("similarTo", SF.similarTo, MORE),
                    link("dependsOn", SF.dependsOn, MORE),
                    link("supersedes", SF.supersedes, MORE),
                    link("differsFrom", SF.differsFrom, MORE));

    private static final List<Field> CLAIM =
            List.of(
                    choice("rung", SF.rung, Field.Type.CHOICE, MORE, CodeList.RUNG),
                    link("scaledBy", SF.scaledBy, MORE, SCALING_EVENT));

    private static final Map<EntryKind, List<Field>> OWN =
            Map.of(
                    PROBLEM,
                    List.of(
                            text("affects", SF.affects, Field.Type.WHOLE, MORE),
                            link("underGoal", SF.underGoal, MORE, GOAL),
                            link("sameProblemAs", SF.sameProblemAs, MORE, PROBLEM)),
                    PILOT,
                    with(
                            CLAIM,
                            choice(
                                    "status",
                                    SF.status,
                                    Field.Type.CHOICE,
                                    REQUIRED,
                                    CodeList.STATUS),
                            link("addresses", SF.addresses, MORE, PROBLEM),
                            link("tests", SF.tests, MORE, SOLUTION)),
                    SOLUTION,
                    with(
                            CLAIM,
                            link("addresses", SF.addresses, MORE, PROBLEM),
                            link(
                                    "wasDerivedFrom",
                                    NodeFactory.createURI(PROV + "wasDerivedFrom"),
                                    MORE,
                                    SOLUTION,
                                    PILOT,
                                    RESULT)),
                    RESULT,
                    with(
                            CLAIM,
                            choice(
                                    "verdict",
                                    SF.verdict,
                                    Field.Type.CHOICE,
                                    REQUIRED,
                                    CodeList.VERDICT),
                            text("hypothesis", SF.hypothesis, Field.Type.TEXT, MORE),
                            link(
                                    "wasGeneratedBy",
                                    NodeFactory.createURI(PROV + "wasGeneratedBy"),
                                    MORE,
                                    PILOT),
                            text("evidenceLevel", SF.evidenceLevel, Field.Type.WHOLE, MORE),
                            text("costAvoided", SF.costAvoided, Field.Type.TEXT, MORE),
                            link("supersededBy", SF.supersededBy, MORE, RESULT)),
                    SCALING_EVENT,
                    List.of(
                            link("scales", SF.scales, REQUIRED, PILOT, SOLUTION, RESULT),
                            choice("rung", SF.rung, Field.Type.CHOICE, REQUIRED, CodeList.RUNG),
                            text("evidence", SF.evidence, Field.Type.ADDRESSES, REQUIRED)),
                    GOAL,
                    List.of(),
                    TARGET,
                    List.of(
                            link("ofGoal", SF.ofGoal, FIRST, GOAL),
                            text("targetValue", SF.targetValue, Field.Type.DECIMAL, REQUIRED),
                            text("unit", SF.unit, Field.Type.PLAIN, REQUIRED),
                            text("targetYear", SF.targetYear, Field.Type.YEAR, REQUIRED),
                            text("relative", SF.relative, Field.Type.FLAG, FIRST),
                            text("baseYear", SF.baseYear, Field.Type.YEAR, FIRST),
                            text("baseValue", SF.baseValue, Field.Type.DECIMAL, FIRST),
                            link("indicator", SF.indicator, MORE, INDICATOR)));

    private Fields() {}

    /** The fields of a kind in the order of the form; none for a kind without a form. */
    public static List<Field> of(EntryKind kind) {
        List<Field> own = OWN.get(kind);
        if (own == null) {
            return List.of();
        }
        List<Field> all = new ArrayList<>(HEAD);
        own.stream().filter(field -> field.place() != MORE).forEach(all::add);
        all.addAll(FOOT);
        own.stream().filter(field -> field.place() == MORE).forEach(all::add);
        TAIL.stream()
                .filter(field -> all.stream().noneMatch(f -> f.name().equals(field.name())))
                .forEach(all::add);
        all.sort(Comparator.comparing(field -> field.place() == MORE));
        return all;
    }

    /** The field of a kind with that name. */
    public static Optional<Field> of(EntryKind kind, String name) {
        return of(kind).stream().filter(field -> field.name().equals(name)).findFirst();
    }

    private static List<Field> with(List<Field> claim, Field... own) {
        List<Field> all = new ArrayList<>(List.of(own));
        all.addAll(claim);
        return List.copyOf(all);
    }

    private static Field text(String name, Property property, Field.Type type, Field.Place place) {
        return new Field(name, property.asNode(), type, place, null, List.of());
    }

    private static Field other(String name, String property, Field.Type type) {
        return new Field(name, NodeFactory.createURI(property), type, MORE, null, List.of());
    }

    private static Field choice(
            String name, Property property, Field.Type type, Field.Place place, CodeList list) {
        return new Field(name, property.asNode(), type, place, list, List.of());
    }

    private static Field link(
            String name, Property property, Field.Place place, EntryKind... targets) {
        return link(name, property.asNode(), place, targets);
    }

    private static Field link(String name, Node property, Field.Place place, EntryKind... targets) {
        return new Field(name, property, Field.Type.ENTRIES, place, null, List.of(targets));
    }
}
