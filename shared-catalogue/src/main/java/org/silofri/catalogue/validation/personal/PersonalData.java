package org.silofri.catalogue.validation.personal;

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
import org.silofri.catalogue.validation.personal.PersonalFind.What;

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
     * @return what was found; empty for ordinary municipal text and numbers
     */
    public static List<PersonalFind> check(EntryIri entry, Graph data) {
        List<PersonalFind> finds = new ArrayList<>();
        NationalIds.find(entry.key())
                .filter(found -> found == NationalIds.Certainty.SURE)
                .ifPresent(found ->
                        finds.add(new PersonalFind(What.NATIONAL_ID, entry.value(), null, null)));
        Set<Node> contacts =
                data
                        .find(Node.ANY, CONTACT_POINT, Node.ANY)
                        .mapWith(Triple::getObject)
                        .toList()
                        .stream()
                        .collect(Collectors.toSet());
        data.find()
                .forEachRemaining(
                        triple -> check(triple, contacts.contains(triple.getSubject()), finds));
        return finds;
    }

    private static void check(Triple triple, boolean inContact, List<PersonalFind> finds) {
        Node value = triple.getObject();
        if (value.isURI()) {
            checkReference(triple, value.getURI(), inContact, finds);
        } else if (value.isLiteral() && isText(value)) {
            String text = value.getLiteralLexicalForm();
            boolean phone = PHONE_PROPERTIES.contains(triple.getPredicate().getURI());
            if (phone) {
                checkPhone(triple, inContact, text, finds);
            } else {
                checkText(triple, text, inContact, finds);
            }
        }
    }

    private static boolean isText(Node literal) {
        return XSDDatatype.XSDstring.equals(literal.getLiteralDatatype())
                || RDF.dtLangString.equals(literal.getLiteralDatatype());
    }

    private static void checkReference(
            Triple triple, String iri, boolean inContact, List<PersonalFind> finds) {
        if (iri.startsWith("mailto:")) {
            checkEmails(triple, iri.substring("mailto:".length()), inContact, finds);
        } else if (iri.startsWith("tel:") && !inContact) {
            finds.add(find(What.PHONE, triple, iri));
        }
    }

    private static void checkPhone(
            Triple triple, boolean inContact, String text, List<PersonalFind> finds) {
        if (!inContact) {
            finds.add(find(What.PHONE, triple, text));
        }
    }

    private static void checkText(
            Triple triple, String text, boolean inContact, List<PersonalFind> finds) {
        if (text.indexOf('@') >= 0) {
            checkEmails(triple, text, inContact, finds);
        }
        String prose = WEB_ADDRESS.matcher(text).replaceAll(" ");
        if (!inContact && PhoneNumbers.isIn(prose)) {
            finds.add(find(What.PHONE, triple, text));
        }
        NationalIds.find(prose)
                .ifPresent(certainty ->
                        finds.add(
                                switch (certainty) {
                                    case SURE -> find(What.NATIONAL_ID, triple, text);
                                    case UNSURE -> find(What.UNSURE_NATIONAL_ID, triple, text);
                                }));
        if (PersonNames.isIn(prose)) {
            finds.add(find(What.NAMED_PERSON, triple, text));
        }
    }

    private static void checkEmails(
            Triple triple, String text, boolean inContact, List<PersonalFind> finds) {
        for (String address : Emails.in(text)) {
            switch (Emails.judge(address)) {
                case FUNCTIONAL -> {}
                case UNSURE ->
                        finds.add(
                                find(
                                        inContact ? What.UNSURE_EMAIL : What.PERSONAL_EMAIL,
                                        triple,
                                        address));
                case PERSONAL -> finds.add(find(What.PERSONAL_EMAIL, triple, address));
            }
        }
    }

    private static PersonalFind find(What what, Triple triple, String value) {
        return new PersonalFind(
                what, triple.getSubject().toString(), triple.getPredicate().getURI(), value);
    }
}
