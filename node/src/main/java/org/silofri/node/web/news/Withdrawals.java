package org.silofri.node.web.news;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CanonicalNTriples;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.event.EventType;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.log.LoggedVersion;
import org.silofri.catalogue.overview.Overview;
import org.silofri.catalogue.overview.Withdrawal;
import org.silofri.catalogue.search.Facet;
import org.silofri.node.status.EntryHistory;
import org.silofri.node.web.overview.Narrowed;
import org.silofri.ontology.SF;
import org.springframework.stereotype.Component;

/**
 * Withdrawals that belong into a feed: graph and index no longer know what the entry was about, so
 * its last version is read from the log, to be judged and not to be shown.
 */
@Component
class Withdrawals {

    private static final int MOST = 100;

    private final Overview overview;
    private final EntryHistory history;

    Withdrawals(Overview overview, EntryHistory history) {
        this.overview = overview;
        this.history = history;
    }

    /** The latest withdrawals within a part of the catalogue that hold all of the words. */
    List<Withdrawal> of(Narrowed part, String words) {
        return overview.withdrawn(MOST).stream()
                .filter(it -> holds(part, Facet.CITY, it.city().value()))
                .filter(it -> holds(part, Facet.KIND, it.entry().kind().path()))
                .filter(it -> belongs(it.entry(), part, words))
                .toList();
    }

    private static boolean holds(Narrowed part, Facet facet, String value) {
        Set<String> wanted = part.filters().get(facet);
        return wanted == null || wanted.contains(value);
    }

    private boolean belongs(EntryIri entry, Narrowed part, String words) {
        Map<Facet, Set<String>> filters = part.filters();
        boolean known = filters.containsKey(Facet.THEME) || filters.containsKey(Facet.VERDICT);
        if (!known && words.isBlank()) {
            return true;
        }
        Optional<Graph> last = lastVersion(entry);
        return last.isPresent()
                && has(last.get(), entry, DCTerms.subject.asNode(), filters.get(Facet.THEME))
                && has(last.get(), entry, SF.verdict.asNode(), filters.get(Facet.VERDICT))
                && tells(last.get(), words);
    }

    private Optional<Graph> lastVersion(EntryIri entry) {
        return history.versions(entry).stream()
                .filter(version -> version.state() == LoggedVersion.State.ACCEPTED)
                .map(LoggedVersion::event)
                .filter(event -> event.envelope().type() == EventType.PUBLISHED)
                .flatMap(event -> content(event).stream())
                .findFirst();
    }

    private static Optional<Graph> content(SignedEvent event) {
        return event.payload() == null
                ? Optional.empty()
                : Optional.of(CanonicalNTriples.parse(event.payload().content()));
    }

    private static boolean has(
            Graph graph, EntryIri entry, Node property, @Nullable Set<String> wanted) {
        return wanted == null
                || graph
                        .find(NodeFactory.createURI(entry.value()), property, Node.ANY)
                        .toList()
                        .stream()
                        .map(triple -> triple.getObject().toString())
                        .map(iri -> iri.substring(iri.lastIndexOf('/') + 1))
                        .anyMatch(wanted::contains);
    }

    private static boolean tells(Graph graph, String words) {
        if (words.isBlank()) {
            return true;
        }
        StringBuilder all = new StringBuilder();
        graph.find().toList().stream()
                .map(triple -> triple.getObject())
                .filter(Node::isLiteral)
                .forEach(text -> all.append(text.getLiteralLexicalForm()).append('\n'));
        String texts = all.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(words.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .allMatch(texts::contains);
    }
}
