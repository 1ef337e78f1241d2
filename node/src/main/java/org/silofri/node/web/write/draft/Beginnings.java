package org.silofri.node.web.write.draft;

import com.github.f4b6a3.ulid.UlidCreator;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.graph.EntryRecord;
import org.silofri.node.intake.draft.Draft;
import org.silofri.node.intake.draft.Drafts;
import org.silofri.node.projection.Projections;
import org.silofri.node.security.Caller;
import org.silofri.node.web.write.Writers;
import org.silofri.node.web.write.form.Entered;
import org.silofri.node.web.write.form.EnteredGraph;
import org.silofri.node.web.write.form.Fields;
import org.silofri.node.web.write.publish.PublishedVersions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/**
 * Drafts as they begin: empty, with what an own entry says, or with what another city's says. None
 * is kept before its first change is sent.
 */
@Component
class Beginnings {

    /** What a city takes over from another's entry; the rest is its own to tell. */
    private static final List<String> TAKEN_OVER =
            List.of("title", "description", "theme", "licence");

    private final Writers writers;
    private final Drafts drafts;
    private final PublishedVersions versions;
    private final Projections projections;
    private final InstantSource clock;

    Beginnings(
            Writers writers,
            Drafts drafts,
            PublishedVersions versions,
            Projections projections,
            InstantSource clock) {
        this.writers = writers;
        this.drafts = drafts;
        this.versions = versions;
        this.projections = projections;
        this.clock = clock;
    }

    /**
     * An empty form.
     *
     * @param given fields that are filled in already, by name
     */
    Draft fresh(
            Caller caller,
            EntryKind kind,
            @Nullable String city,
            MultiValueMap<String, String> given,
            String language) {
        Entered entered = Entered.of(kind, given).withLanguage(language);
        return begun(caller, subject(writers.city(caller, city), kind, null), entered);
    }

    /** The form of an own entry: the draft that changes it already, else what it says now. */
    Draft change(Caller caller, EntryIri entry) {
        CityId city = writers.cityOf(caller, entry);
        Optional<Draft> open = drafts.changing(entry);
        if (open.isPresent()) {
            return open.get();
        }
        PublishedVersions.Version latest =
                versions.latest(entry)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (Fields.of(entry.kind()).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Entered entered = EnteredGraph.read(entry.kind(), latest.graph(), node(entry));
        return begun(
                caller, new Draft.Subject(city, entry.kind(), entry, latest.etag(), null), entered);
    }

    /**
     * The caller's city has that problem too.
     *
     * @param near whether it is only much like it
     */
    Draft same(Caller caller, EntryIri other, @Nullable String city, boolean near) {
        EntryRecord original = others(other);
        if (original.kind() != EntryKind.PROBLEM) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Entered entered =
                takenOver(original)
                        .with(near ? "similarTo" : "sameProblemAs", List.of(other.value()));
        return begun(caller, subject(writers.city(caller, city), EntryKind.PROBLEM, null), entered);
    }

    /** The caller's city has taken that up. */
    Draft adopt(Caller caller, EntryIri other, @Nullable String city) {
        EntryRecord original = others(other);
        boolean adoptable =
                switch (original.kind()) {
                    case SOLUTION, PILOT, RESULT -> true;
                    case PROBLEM,
                            SCALING_EVENT,
                            GOAL,
                            TARGET,
                            INDICATOR,
                            PARTNER,
                            MEMBER,
                            SHARED_PROBLEM,
                            LEAD_PROPOSAL,
                            LEAD_ANSWER,
                            LEAD_ASSIGNMENT ->
                            false;
                };
        if (!adoptable) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Entered entered = takenOver(original).with("wasDerivedFrom", List.of(other.value()));
        return begun(
                caller, subject(writers.city(caller, city), EntryKind.SOLUTION, other), entered);
    }

    private static Draft.Subject subject(CityId city, EntryKind kind, @Nullable EntryIri adopts) {
        return new Draft.Subject(city, kind, null, null, adopts);
    }

    private Draft begun(Caller caller, Draft.Subject subject, Entered entered) {
        return Draft.begun(
                UlidCreator.getMonotonicUlid().toLowerCase(),
                subject,
                entered.values(),
                Writers.author(caller),
                clock.instant());
    }

    private EntryRecord others(EntryIri entry) {
        return projections
                .graph()
                .entry(entry)
                .filter(EntryRecord::isLive)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Entered takenOver(EntryRecord original) {
        Entered all = EnteredGraph.read(original.kind(), original.graph(), node(original.iri()));
        Map<String, List<String>> values = new LinkedHashMap<>();
        all.values()
                .forEach((name, lines) -> {
                    String field = name.split("\\.", 2)[0];
                    if (TAKEN_OVER.contains(field) || field.equals(Fields.LANGUAGES)) {
                        values.put(name, lines);
                    }
                });
        return new Entered(values).with("source", List.of(original.iri().value()));
    }

    private static Node node(EntryIri entry) {
        return NodeFactory.createURI(entry.value());
    }
}
