package org.silofri.node.web.entry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CanonicalNTriples;
import org.silofri.catalogue.event.CatalogueEvent;
import org.silofri.catalogue.event.Decoded;
import org.silofri.catalogue.event.EventType;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.log.LoggedVersion;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.Wording;

/** The versions of an entry, newest first, each with what it changed. */
final class Versions {

    private static final int MOST_VERSIONS = 50;
    private static final int MOST_STATEMENTS = 200;

    private final Wording say;
    private final Values values;

    Versions(Wording say, Values values) {
        this.say = say;
        this.values = values;
    }

    /**
     * The versions that are shown: those that were accepted or erased.
     *
     * @param logged newest first
     */
    List<Version> of(List<LoggedVersion> logged) {
        List<LoggedVersion> shown =
                logged.stream().filter(Versions::shown).limit(MOST_VERSIONS + 1L).toList();
        List<Version> versions = new ArrayList<>();
        for (int i = 0; i < Math.min(shown.size(), MOST_VERSIONS); i++) {
            LoggedVersion older = i + 1 < shown.size() ? shown.get(i + 1) : null;
            versions.add(version(shown.get(i), older, i == 0));
        }
        return versions;
    }

    private static boolean shown(LoggedVersion version) {
        return switch (version.state()) {
            case ACCEPTED, ERASED -> true;
            case QUARANTINED, PENDING, ABANDONED -> false;
        };
    }

    private Version version(LoggedVersion logged, @Nullable LoggedVersion older, boolean newest) {
        SignedEvent event = logged.event();
        Set<Triple> now = statements(event);
        Set<Triple> before = older == null ? Set.of() : statements(older.event());
        // the first version is the page itself; only later ones have differences worth reading
        boolean differs = older != null && !now.isEmpty() && !before.isEmpty();
        return new Version(
                event.position().epoch() + ":" + event.position().seq(),
                say.when(event.envelope().time()),
                say.say("entry.versions." + change(logged, older, now.equals(before))),
                newest && event.envelope().type() == EventType.PUBLISHED,
                reason(event),
                differs ? readable(event, without(now, before)) : List.of(),
                differs ? readable(event, without(before, now)) : List.of());
    }

    private static String change(
            LoggedVersion logged, @Nullable LoggedVersion older, boolean same) {
        if (logged.state() == LoggedVersion.State.ERASED) {
            return "erased";
        }
        return switch (logged.event().envelope().type()) {
            case WITHDRAWN -> "withdrawn";
            case PAYLOAD_ERASED -> "erased";
            case PUBLISHED, KEY_CHANGED, EPOCH_STARTED, UNKNOWN ->
                    older == null ? "first" : same ? "same" : "changed";
        };
    }

    private @Nullable Text reason(SignedEvent event) {
        if (event.envelope().type() != EventType.WITHDRAWN || event.payload() == null) {
            return null;
        }
        return CatalogueEvent.decode(event) instanceof Decoded.Sound(CatalogueEvent sound)
                        && sound instanceof CatalogueEvent.Withdrawn withdrawn
                ? Text.pick(withdrawn.reason(), say.language())
                : null;
    }

    private static Set<Triple> statements(SignedEvent event) {
        if (event.envelope().type() != EventType.PUBLISHED || event.payload() == null) {
            return Set.of();
        }
        Graph graph = CanonicalNTriples.parse(event.payload().content());
        return new LinkedHashSet<>(graph.find().toList());
    }

    private static Set<Triple> without(Set<Triple> all, Set<Triple> known) {
        Set<Triple> left = new LinkedHashSet<>(all);
        left.removeAll(known);
        return left;
    }

    private List<Version.Statement> readable(SignedEvent event, Set<Triple> triples) {
        String subject = event.envelope().subject();
        var inOrder =
                new TreeSet<Triple>(
                        java.util.Comparator.comparing((Triple triple) -> triple.toString()));
        inOrder.addAll(triples);
        return inOrder.stream()
                .limit(MOST_STATEMENTS)
                .map(triple -> statement(subject, triple))
                .toList();
    }

    private Version.Statement statement(String entry, Triple triple) {
        String about = triple.getSubject().toString();
        return new Version.Statement(
                Optional.of(about)
                        .filter(iri -> !iri.equals(entry))
                        .map(Properties::localName)
                        .orElse(""),
                Properties.label(triple.getPredicate().toString(), say),
                values.text(triple.getObject()));
    }
}
