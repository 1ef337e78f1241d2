package org.silofri.node.web.write.publish;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.silofri.catalogue.entry.CanonicalNTriples;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.event.EventType;
import org.silofri.catalogue.event.Payload;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.log.LoggedVersion;
import org.silofri.node.intake.EntryVersion;
import org.silofri.node.status.EntryHistory;
import org.springframework.stereotype.Component;

/** The versions of an own entry as its log holds them. */
@Component
public class PublishedVersions {

    private final EntryHistory history;

    PublishedVersions(EntryHistory history) {
        this.history = history;
    }

    /**
     * A version of an entry.
     *
     * @param etag names it
     * @param graph what it says
     */
    public record Version(String etag, Graph graph) {}

    /** The version that holds now; empty when the entry is withdrawn, erased or unknown. */
    public Optional<Version> latest(EntryIri entry) {
        return history.versions(entry).stream().findFirst().flatMap(PublishedVersions::version);
    }

    /** The version of that name; empty when its content is not held. */
    public Optional<Version> at(EntryIri entry, String etag) {
        return history.versions(entry).stream()
                .flatMap(logged -> version(logged).stream())
                .filter(version -> version.etag().equals(etag))
                .findFirst();
    }

    private static Optional<Version> version(LoggedVersion logged) {
        SignedEvent event = logged.event();
        Payload payload = event.payload();
        return event.envelope().type() == EventType.PUBLISHED && payload != null
                ? Optional.of(
                        new Version(
                                EntryVersion.etag(event.position()),
                                CanonicalNTriples.parse(payload.content())))
                : Optional.empty();
    }
}
