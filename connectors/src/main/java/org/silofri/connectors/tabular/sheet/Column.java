package org.silofri.connectors.tabular.sheet;

import static org.silofri.connectors.tabular.sheet.Column.Form.BOOLEAN;
import static org.silofri.connectors.tabular.sheet.Column.Form.CONCEPT;
import static org.silofri.connectors.tabular.sheet.Column.Form.DATE;
import static org.silofri.connectors.tabular.sheet.Column.Form.DECIMAL;
import static org.silofri.connectors.tabular.sheet.Column.Form.INTEGER;
import static org.silofri.connectors.tabular.sheet.Column.Form.IRI;
import static org.silofri.connectors.tabular.sheet.Column.Form.IRI_OR_TEXT;
import static org.silofri.connectors.tabular.sheet.Column.Form.LANGUAGE_TEXT;
import static org.silofri.connectors.tabular.sheet.Column.Form.LINK;
import static org.silofri.connectors.tabular.sheet.Column.Form.OWN;
import static org.silofri.connectors.tabular.sheet.Column.Form.TEXT;
import static org.silofri.connectors.tabular.sheet.Column.Form.YEAR;

import java.util.Arrays;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.DCTerms;
import org.jspecify.annotations.Nullable;
import org.silofri.ontology.CodeList;
import org.silofri.ontology.SF;

/**
 * The columns that a spreadsheet may have. What people write above them stands in {@code
 * columns_{language}.properties}; docs/spreadsheet.md explains each.
 */
public enum Column {
    /** What the row is about, as notation or label of the kinds. */
    KIND("kind", OWN, Terms.TYPE.getURI(), CodeList.KIND),
    /** The row's own name, by which a later import finds it again. */
    KEY("key", OWN, DCTerms.identifier),
    /** The city whose entry it is, when a file holds several. */
    CITY("city", OWN, DCTerms.publisher),
    TITLE("title", LANGUAGE_TEXT, DCTerms.title),
    DESCRIPTION("description", LANGUAGE_TEXT, DCTerms.description),
    /** One or several, separated by semicolons. */
    THEME("theme", CONCEPT, DCTerms.subject, CodeList.THEME),
    STATUS("status", CONCEPT, SF.status, CodeList.STATUS),
    VERDICT("verdict", CONCEPT, SF.verdict, CodeList.VERDICT),
    HYPOTHESIS("hypothesis", LANGUAGE_TEXT, SF.hypothesis),
    EFFECT_LEVEL("effectLevel", CONCEPT, SF.effectLevel, CodeList.EFFECT_LEVEL),
    RUNG("rung", CONCEPT, SF.rung, CodeList.RUNG),
    EVIDENCE("evidence", IRI, SF.evidence),
    EVIDENCE_LEVEL("evidenceLevel", INTEGER, SF.evidenceLevel),
    /** In words, an amount with its unit. */
    COST_AVOIDED("costAvoided", LANGUAGE_TEXT, SF.costAvoided),
    START("start", DATE, Terms.START_DATE),
    END("end", DATE, Terms.END_DATE),
    ADDRESSES("addresses", LINK, SF.addresses),
    /** The pilot that a result came from. */
    PILOT("pilot", LINK, Terms.WAS_GENERATED_BY),
    /** The solution that a pilot tests. */
    SOLUTION("solution", LINK, SF.tests),
    SCALES("scales", LINK, SF.scales),
    SCALED_BY("scaledBy", LINK, SF.scaledBy),
    SUPERSEDED_BY("supersededBy", LINK, SF.supersededBy),
    SUPERSEDES("supersedes", LINK, SF.supersedes),
    DERIVED_FROM("derivedFrom", LINK, Terms.WAS_DERIVED_FROM),
    SAME_PROBLEM_AS("sameProblemAs", LINK, SF.sameProblemAs),
    SIMILAR_TO("similarTo", LINK, SF.similarTo),
    DEPENDS_ON("dependsOn", LINK, SF.dependsOn),
    DIFFERS_FROM("differsFrom", LINK, SF.differsFrom),
    /** The goal above a problem or a target. */
    GOAL("goal", LINK, SF.underGoal),
    INDICATOR("indicator", LINK, SF.indicator),
    AFFECTS("affects", INTEGER, SF.affects),
    /** {@code name|kind; …}. */
    PARTNERS("partners", OWN, SF.partner),
    /** {@code name = value unit; …}, in a language as a title. */
    MEASURES("measures", OWN, SF.measure),
    TARGET_VALUE("targetValue", DECIMAL, SF.targetValue),
    UNIT("unit", TEXT, SF.unit),
    TARGET_YEAR("targetYear", YEAR, SF.targetYear),
    BASE_YEAR("baseYear", YEAR, SF.baseYear),
    BASE_VALUE("baseValue", DECIMAL, SF.baseValue),
    RELATIVE("relative", BOOLEAN, SF.relative),
    /** An organisation's mailbox. */
    CONTACT("contact", OWN, Terms.CONTACT_POINT),
    LICENCE("licence", IRI, DCTerms.license),
    SOURCE("source", IRI_OR_TEXT, DCTerms.source),
    LATITUDE("latitude", OWN, Terms.LOCATION),
    LONGITUDE("longitude", OWN, Terms.LOCATION),
    DEMONSTRATION("demonstration", BOOLEAN, SF.demonstration);

    /** What a cell of the column holds. */
    public enum Form {
        /** Read by a rule of its own. */
        OWN,
        LANGUAGE_TEXT,
        CONCEPT,
        LINK,
        IRI,
        IRI_OR_TEXT,
        DATE,
        YEAR,
        DECIMAL,
        INTEGER,
        BOOLEAN,
        TEXT
    }

    private final String key;
    private final Form form;
    private final String property;
    private final @Nullable CodeList codes;

    Column(String key, Form form, Node property) {
        this(key, form, property.getURI(), null);
    }

    Column(String key, Form form, Property property) {
        this(key, form, property.getURI(), null);
    }

    Column(String key, Form form, Property property, CodeList codes) {
        this(key, form, property.getURI(), codes);
    }

    Column(String key, Form form, String property, @Nullable CodeList codes) {
        this.key = key;
        this.form = form;
        this.property = property;
        this.codes = codes;
    }

    /** Its technical name, which is always understood as header. */
    public String key() {
        return key;
    }

    public Form form() {
        return form;
    }

    /** The property that a cell becomes. */
    public Node property() {
        return NodeFactory.createURI(property);
    }

    /** The code list that a cell is looked up in. */
    public Optional<CodeList> codes() {
        return Optional.ofNullable(codes);
    }

    /** Tells whether the header carries a language, as {@code title_da}. */
    public boolean inLanguages() {
        return form == LANGUAGE_TEXT || this == MEASURES;
    }

    /** The column that holds values of this property. */
    public static Optional<Column> ofProperty(String iri) {
        if (iri.equals(SF.ofGoal.getURI())) {
            return Optional.of(GOAL);
        }
        return Arrays.stream(values()).filter(column -> column.property.equals(iri)).findFirst();
    }
}
