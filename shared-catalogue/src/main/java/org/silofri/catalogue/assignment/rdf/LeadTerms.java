package org.silofri.catalogue.assignment.rdf;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;

/** Terms of other vocabularies that statements about leads use. */
final class LeadTerms {

    static final Node TITLE = DCTerms.title.asNode();
    static final Node DESCRIPTION = DCTerms.description.asNode();
    static final Node SUBJECT = DCTerms.subject.asNode();
    static final Node SOURCE = DCTerms.source.asNode();
    static final Node LICENCE = DCTerms.license.asNode();
    static final Node CC0 = iri("https://creativecommons.org/publicdomain/zero/1.0/");
    static final Node START = iri("https://schema.org/startDate");
    static final Node END = iri("https://schema.org/endDate");
    static final Node MEMBER = org("member");
    static final Node ORGANIZATION = org("organization");
    static final Node ROLE = org("role");
    static final Node DURING = org("memberDuring");

    private LeadTerms() {}

    private static Node org(String name) {
        return iri("http://www.w3.org/ns/org#" + name);
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
