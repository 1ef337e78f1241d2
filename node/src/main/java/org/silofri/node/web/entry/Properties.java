package org.silofri.node.web.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.silofri.node.web.wording.Wording;
import org.silofri.ontology.Ontology;
import org.silofri.ontology.SF;

/** Properties in the reader's words, and in which order they are shown. */
public final class Properties {

    static final String SCHEMA = "https://schema.org/";
    static final String PROV = "http://www.w3.org/ns/prov#";
    static final String ORG = "http://www.w3.org/ns/org#";

    /** Shown first and in this order; what is not named here follows by name. */
    static final List<String> ORDER =
            List.of(
                    SF.verdict.getURI(),
                    SF.status.getURI(),
                    SF.rung.getURI(),
                    SF.hypothesis.getURI(),
                    SF.effectLevel.getURI(),
                    SF.evidenceLevel.getURI(),
                    SF.targetValue.getURI(),
                    SF.unit.getURI(),
                    SF.targetYear.getURI(),
                    SF.relative.getURI(),
                    SF.baseYear.getURI(),
                    SF.baseValue.getURI(),
                    SF.affects.getURI(),
                    SF.costAvoided.getURI(),
                    SCHEMA + "startDate",
                    SCHEMA + "endDate",
                    SCHEMA + "location");

    /** Links that read better told from the other end, by their key in the message files. */
    static final Map<String, String> BACKWARDS =
            Map.ofEntries(
                    Map.entry(SF.addresses.getURI(), "addresses"),
                    Map.entry(SF.tests.getURI(), "tests"),
                    Map.entry(SF.scales.getURI(), "scales"),
                    Map.entry(SF.scaledBy.getURI(), "scaledBy"),
                    Map.entry(SF.supersededBy.getURI(), "supersededBy"),
                    Map.entry(SF.supersedes.getURI(), "supersedes"),
                    Map.entry(SF.underGoal.getURI(), "underGoal"),
                    Map.entry(SF.ofGoal.getURI(), "ofGoal"),
                    Map.entry(SF.partner.getURI(), "partner"),
                    Map.entry(SF.indicator.getURI(), "indicator"),
                    Map.entry(SF.dependsOn.getURI(), "dependsOn"),
                    Map.entry(PROV + "wasGeneratedBy", "wasGeneratedBy"),
                    Map.entry(PROV + "wasDerivedFrom", "wasDerivedFrom"));

    /** Properties of other vocabularies, by their key in the message files. */
    static final Map<String, String> OTHERS =
            Map.ofEntries(
                    Map.entry(RDF.type.getURI(), "type"),
                    Map.entry(DCTerms.title.getURI(), "title"),
                    Map.entry(DCTerms.description.getURI(), "description"),
                    Map.entry(DCTerms.publisher.getURI(), "publisher"),
                    Map.entry(DCTerms.license.getURI(), "licence"),
                    Map.entry(DCTerms.source.getURI(), "source"),
                    Map.entry(DCTerms.subject.getURI(), "theme"),
                    Map.entry(DCTerms.created.getURI(), "created"),
                    Map.entry(DCTerms.modified.getURI(), "modified"),
                    Map.entry(SCHEMA + "startDate", "startDate"),
                    Map.entry(SCHEMA + "endDate", "endDate"),
                    Map.entry(SCHEMA + "location", "location"),
                    Map.entry(SCHEMA + "contactPoint", "contactPoint"),
                    Map.entry(SCHEMA + "email", "email"),
                    Map.entry(SCHEMA + "telephone", "telephone"),
                    Map.entry(SCHEMA + "value", "value"),
                    Map.entry(SCHEMA + "unitText", "unitText"),
                    Map.entry(ORG + "classification", "classification"),
                    Map.entry(PROV + "wasGeneratedBy", "wasGeneratedBy"),
                    Map.entry(PROV + "wasDerivedFrom", "wasDerivedFrom"));

    /** Those of roles, by their whole key. */
    private static final Map<String, String> OF_ROLES =
            Map.of(
                    ORG + "member", "board.city",
                    ORG + "organization", "board.problem",
                    ORG + "role", "board.role",
                    ORG + "memberDuring", "board.days");

    private Properties() {}

    /** The property as a heading. */
    public static String label(String property, Wording say) {
        return Optional.ofNullable(OTHERS.get(property))
                .map(key -> say.say("property." + key))
                .or(() -> Optional.ofNullable(OF_ROLES.get(property)).map(key -> say.say(key)))
                .or(() -> Ontology.label(property, say.language()))
                .orElseGet(() -> localName(property));
    }

    /** The link as told by the entry that it points at. */
    static String backwards(String property, Wording say) {
        String key = BACKWARDS.get(property);
        return key == null
                ? say.say("entry.linked", label(property, say))
                : say.say("linked." + key);
    }

    /** Last part of an IRI. */
    static String localName(String iri) {
        return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    }

    /** Sorts by {@link #ORDER}. */
    static int rank(Node property) {
        int index = ORDER.indexOf(property.toString());
        return index < 0 ? ORDER.size() : index;
    }
}
