package org.silofri.catalogue.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.silofri.catalogue.entry.EntryIri;

/**
 * Finds personal data in an entry (F14): e-mail addresses other than an organisation's mailbox,
 * national identity numbers, telephone numbers outside contact points; as warnings what only looks
 * like such. Classes and properties that stand for people are refused by the shapes. See
 * docs/decisions/0011-personal-data.md.
 */
public final class PersonalData {

    private static final String SCHEMA = "https://schema.org/";
    private static final Node CONTACT_POINT = NodeFactory.createURI(SCHEMA + "contactPoint");
    private static final Set<String> PHONE_PROPERTIES =
            Set.of(SCHEMA + "telephone", SCHEMA + "faxNumber");
    private static final Pattern WEB_ADDRESS =
            Pattern.compile("(?i)\\b(?:https?://|www\\.|doi:|urn:)\\S+");

    private PersonalData() {}

    /**
     * Checks one entry: its texts, its references and the key in its IRI.
     *
     * @return violations and warnings; empty for ordinary municipal text and numbers
     */
    public static List<Violation> check(EntryIri entry, Graph data) {
        List<Violation> findings = new ArrayList<>();
        NationalIds.find(entry.key())
                .filter(found -> found == NationalIds.Certainty.SURE)
                .ifPresent(
                        found -> findings.add(Rules.NATIONAL_ID.broken(entry.value(), null, null)));
        Set<Node> contacts =
                data
                        .find(Node.ANY, CONTACT_POINT, Node.ANY)
                        .mapWith(Triple::getObject)
                        .toList()
                        .stream()
                        .collect(Collectors.toSet());
        data.find()
                .forEachRemaining(
                        triple -> check(triple, contacts.contains(triple.getSubject()), findings));
        return findings;
    }

    private static void check(Triple triple, boolean inContact, List<Violation> findings) {
        Node value = triple.getObject();
        if (value.isURI()) {
            checkReference(triple, value.getURI(), inContact, findings);
        } else if (value.isLiteral() && isText(value)) {
            String text = value.getLiteralLexicalForm();
            boolean phone = PHONE_PROPERTIES.contains(triple.getPredicate().getURI());
            if (phone) {
                checkPhone(triple, inContact, text, findings);
            } else {
                checkText(triple, text, inContact, findings);
            }
        }
    }

    private static boolean isText(Node literal) {
        return XSDDatatype.XSDstring.equals(literal.getLiteralDatatype())
                || RDF.dtLangString.equals(literal.getLiteralDatatype());
    }

    private static void checkReference(
            Triple triple, String iri, boolean inContact, List<Violation> findings) {
        if (iri.startsWith("mailto:")) {
            checkEmails(triple, iri.substring("mailto:".length()), inContact, findings);
        } else if (iri.startsWith("tel:") && !inContact) {
            findings.add(finding(Rules.PHONE, triple, iri));
        }
    }

    private static void checkPhone(
            Triple triple, boolean inContact, String text, List<Violation> findings) {
        if (!inContact) {
            findings.add(finding(Rules.PHONE, triple, text));
        }
    }

    private static void checkText(
            Triple triple, String text, boolean inContact, List<Violation> findings) {
        if (text.indexOf('@') >= 0) {
            checkEmails(triple, text, inContact, findings);
        }
        String prose = WEB_ADDRESS.matcher(text).replaceAll(" ");
        if (!inContact && PhoneNumbers.isIn(prose)) {
            findings.add(finding(Rules.PHONE, triple, text));
        }
        NationalIds.find(prose)
                .ifPresent(certainty ->
                        findings.add(
                                switch (certainty) {
                                    case SURE -> finding(Rules.NATIONAL_ID, triple, text);
                                    case UNSURE -> finding(Rules.UNSURE_NATIONAL_ID, triple, text);
                                }));
        if (PersonNames.isIn(prose)) {
            findings.add(finding(Rules.NAMED_PERSON, triple, text));
        }
    }

    private static void checkEmails(
            Triple triple, String text, boolean inContact, List<Violation> findings) {
        for (String address : Emails.in(text)) {
            switch (Emails.judge(address)) {
                case FUNCTIONAL -> {}
                case UNSURE ->
                        findings.add(
                                finding(
                                        inContact ? Rules.UNSURE_EMAIL : Rules.PERSONAL_EMAIL,
                                        triple,
                                        address));
                case PERSONAL -> findings.add(finding(Rules.PERSONAL_EMAIL, triple, address));
            }
        }
    }

    private static Violation finding(Rule rule, Triple triple, String value) {
        return rule.broken(triple.getSubject().toString(), triple.getPredicate().getURI(), value);
    }
}
