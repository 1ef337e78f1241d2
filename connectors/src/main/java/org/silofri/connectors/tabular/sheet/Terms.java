package org.silofri.connectors.tabular.sheet;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.RDF;

/** Terms of other vocabularies that a row becomes. */
public final class Terms {

    static {
        // Jena's vocabulary classes find each other half made when one of them is loaded first
        JenaSystem.init();
    }

    private static final String SCHEMA = "https://schema.org/";
    private static final String PROV = "http://www.w3.org/ns/prov#";

    public static final Node TYPE = RDF.type.asNode();
    static final Node START_DATE = schema("startDate");
    static final Node END_DATE = schema("endDate");
    public static final Node CONTACT_POINT = schema("contactPoint");
    public static final Node EMAIL = schema("email");
    public static final Node LOCATION = schema("location");
    public static final Node LATITUDE = schema("latitude");
    public static final Node LONGITUDE = schema("longitude");
    public static final Node VALUE = schema("value");
    public static final Node UNIT_TEXT = schema("unitText");
    public static final Node WAS_GENERATED_BY = NodeFactory.createURI(PROV + "wasGeneratedBy");
    public static final Node WAS_DERIVED_FROM = NodeFactory.createURI(PROV + "wasDerivedFrom");
    public static final Node CLASSIFICATION =
            NodeFactory.createURI("http://www.w3.org/ns/org#classification");

    private Terms() {}

    private static Node schema(String name) {
        return NodeFactory.createURI(SCHEMA + name);
    }
}
