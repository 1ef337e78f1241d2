package org.silofri.node.membership;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Literal;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.PublicKey;
import org.silofri.node.identity.FeedAddress;
import org.silofri.ontology.SF;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A member as an entry of the coordinator's log, and back. */
final class MemberRdf {

    private static final String LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/";

    private static final Logger LOG = LoggerFactory.getLogger(MemberRdf.class);

    private MemberRdf() {}

    static EntryIri entry(BaseIri coordinator, CityId city) {
        return coordinator.entry(EntryKind.MEMBER, city.value());
    }

    static Graph write(Member member, BaseIri coordinator) {
        Model model = ModelFactory.createDefaultModel();
        String iri = entry(coordinator, member.city()).value();
        Resource entry = model.createResource(iri);
        entry.addProperty(RDF.type, model.createResource(EntryKind.MEMBER.classIri()));
        member.names()
                .forEach((language, name) -> entry.addProperty(DCTerms.title, name, language));
        entry.addProperty(DCTerms.publisher, model.createResource(coordinator.value()));
        entry.addProperty(DCTerms.license, model.createResource(LICENCE));
        entry.addProperty(DCTerms.source, member.membershipEvidence().orElse("Join request"));
        entry.addProperty(SF.cityId, member.city().value());
        entry.addProperty(SF.base, model.createResource(member.base().value()));
        entry.addProperty(SF.country, member.country());
        entry.addProperty(SF.language, member.language());
        entry.addProperty(SF.state, member.state().text());
        member.at().ifPresent(at -> addPlace(entry, at));
        member.feed()
                .ifPresent(f -> entry.addProperty(SF.feed, model.createResource(f.toString())));
        member.hostedBy()
                .ifPresent(h -> entry.addProperty(SF.hostedBy, model.createResource(h.value())));
        member.membershipEvidence()
                .ifPresent(text -> entry.addProperty(SF.membershipEvidence, text));
        if (!member.busUser().isEmpty()) {
            entry.addProperty(SF.busUser, member.busUser());
        }
        for (int i = 0; i < member.keys().size(); i++) {
            addKey(entry, model.createResource(iri + "#key-" + (i + 1)), member.keys().get(i));
        }
        return model.getGraph();
    }

    private static void addPlace(Resource entry, Coordinates at) {
        entry.addProperty(SF.lat, decimal(at.latitude()));
        entry.addProperty(SF.long_, decimal(at.longitude()));
    }

    private static Literal decimal(double value) {
        String text = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        return ResourceFactory.createTypedLiteral(
                text.contains(".") ? text : text + ".0", XSDDatatype.XSDdecimal);
    }

    private static void addKey(Resource entry, Resource node, MemberKey key) {
        entry.addProperty(SF.key, node);
        node.addProperty(SF.keyId, key.key().kid());
        node.addProperty(SF.publicKey, key.key().encoded());
        node.addProperty(SF.validFrom, key.validFrom().toString());
    }

    /** Reads a member; empty if the graph does not describe one under that entry. */
    static Optional<Member> read(EntryIri entry, Graph graph) {
        Model model = ModelFactory.createModelForGraph(graph);
        try {
            return Optional.of(read(model.getResource(entry.value())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Member read(Resource entry) {
        return new Member(
                new CityId(required(entry, SF.cityId)),
                new BaseIri(required(entry, SF.base)),
                keys(entry),
                names(entry),
                text(entry, SF.country).orElse(""),
                text(entry, SF.language).orElse("en"),
                text(entry, SF.lat).map(lat -> place(lat, required(entry, SF.long_))),
                text(entry, SF.feed).flatMap(text -> feed(entry, text)),
                text(entry, SF.hostedBy).map(BaseIri::new),
                text(entry, SF.busUser).orElse(""),
                text(entry, SF.state).orElse("").equals(Member.State.SUSPENDED.text())
                        ? Member.State.SUSPENDED
                        : Member.State.ACTIVE,
                text(entry, SF.membershipEvidence));
    }

    /** A bad one is left out: it must not keep the city's key from being known. */
    private static Optional<URI> feed(Resource entry, String text) {
        Optional<URI> feed = FeedAddress.parse(text);
        if (feed.isEmpty()) {
            LOG.atWarn().addKeyValue("entry", entry).log("feed is not asked, it is no address");
        }
        return feed;
    }

    private static Coordinates place(String latitude, String longitude) {
        return new Coordinates(Double.parseDouble(latitude), Double.parseDouble(longitude));
    }

    private static List<MemberKey> keys(Resource entry) {
        List<MemberKey> keys = new ArrayList<>();
        for (RDFNode node : entry.listProperties(SF.key).mapWith(s -> s.getObject()).toList()) {
            Resource key = node.asResource();
            PublicKey known = PublicKey.ofBase64Url(required(key, SF.publicKey));
            if (!known.kid().equals(required(key, SF.keyId))) {
                throw new IllegalArgumentException("key " + key + " has another thumbprint");
            }
            keys.add(new MemberKey(known, position(required(key, SF.validFrom))));
        }
        return keys;
    }

    private static Position position(String text) {
        return Position.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(text + " is not epoch:seq"));
    }

    private static Map<String, String> names(Resource entry) {
        Map<String, String> names = new TreeMap<>();
        entry.listProperties(DCTerms.title)
                .forEachRemaining(s -> names.put(s.getLanguage(), s.getString()));
        return names;
    }

    private static String required(Resource resource, Property property) {
        return text(resource, property)
                .orElseThrow(() -> new IllegalArgumentException(resource + " has no " + property));
    }

    private static Optional<String> text(Resource resource, Property property) {
        return Optional.ofNullable(resource.getProperty(property))
                .map(s -> s.getObject())
                .map(o -> o.isLiteral() ? o.asLiteral().getLexicalForm() : o.toString());
    }
}
