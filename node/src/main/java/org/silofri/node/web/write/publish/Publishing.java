package org.silofri.node.web.write.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.validation.Candidate;
import org.silofri.catalogue.validation.Violation;
import org.silofri.node.intake.EditResult;
import org.silofri.node.intake.IntakeService;
import org.silofri.node.intake.draft.Draft;
import org.silofri.node.intake.draft.Drafts;
import org.silofri.node.projection.Projections;
import org.silofri.node.web.write.form.Entered;
import org.silofri.node.web.write.form.EnteredGraph;
import org.springframework.stereotype.Component;

/**
 * Publishes drafts through {@link IntakeService}, the one door. A draft that is published is gone;
 * one that is not is kept as it was. Asks nobody for leave; that is done by whoever calls.
 */
@Component
public class Publishing {

    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(3);

    private final IntakeService intake;
    private final PublishedVersions versions;
    private final Adoption adoption;
    private final Drafts drafts;
    private final Projections projections;

    Publishing(
            IntakeService intake,
            PublishedVersions versions,
            Adoption adoption,
            Drafts drafts,
            Projections projections) {
        this.intake = intake;
        this.versions = versions;
        this.adoption = adoption;
        this.drafts = drafts;
        this.projections = projections;
    }

    /**
     * The entry that a draft is to become, and the scaling event that goes with it.
     *
     * @param event null unless it adopts another city's entry
     */
    private record Written(Node subject, Graph graph, @Nullable Graph event) {}

    /** Tells what stands against publishing a draft; writes nothing. */
    public Publication check(Draft draft) {
        return written(draft)
                .map(written -> check(draft.subject(), written))
                .orElseGet(() -> new Publication.Overtaken(entry(draft)));
    }

    /**
     * Publishes a draft.
     *
     * @param confirmed whether a publisher has seen the warnings
     */
    public Publication publish(Draft draft, boolean confirmed) {
        Optional<Written> written = written(draft);
        if (written.isEmpty()) {
            return new Publication.Overtaken(entry(draft));
        }
        Publication checked = check(draft.subject(), written.get());
        boolean sound =
                checked instanceof Publication.Sound
                        || (checked instanceof Publication.Doubtful && confirmed);
        if (!sound) {
            return checked;
        }
        Publication published = write(draft, written.get());
        if (published instanceof Publication.Done) {
            drafts.remove(draft.id());
            projections.awaitVisible(SHOWN_WITHIN);
        }
        return published;
    }

    private static EntryIri entry(Draft draft) {
        EntryIri entry = draft.subject().entry();
        if (entry == null) {
            throw new IllegalStateException("A new entry has no version that could be missing");
        }
        return entry;
    }

    /** Empty when the version that the author has seen is not held any more. */
    private Optional<Written> written(Draft draft) {
        Draft.Subject about = draft.subject();
        Entered entered = new Entered(draft.content());
        EntryIri entry = about.entry();
        if (entry != null) {
            Node subject = NodeFactory.createURI(entry.value());
            return versions.at(entry, about.basis() == null ? "" : about.basis())
                    .map(seen -> EnteredGraph.write(about.kind(), entered, seen.graph(), subject))
                    .map(graph -> new Written(subject, graph, null));
        }
        Node subject = NodeFactory.createURI(Candidate.NEW);
        Graph graph =
                EnteredGraph.write(
                        about.kind(), entered, GraphFactory.createDefaultGraph(), subject);
        EntryIri original = about.adopts();
        Graph event =
                original == null ? null : adoption.event(about.city(), original, graph, subject);
        return Optional.of(new Written(subject, graph, event));
    }

    private Publication check(Draft.Subject about, Written written) {
        EntryIri entry = about.entry();
        List<EditResult> results = new ArrayList<>();
        results.add(
                dry(
                        about.city(),
                        about.kind(),
                        entry == null ? null : entry.key(),
                        written.graph()));
        if (written.event() != null) {
            results.add(dry(about.city(), EntryKind.SCALING_EVENT, null, written.event()));
        }
        List<Violation> violations = new ArrayList<>();
        List<Violation> warnings = new ArrayList<>();
        Set<String> told = new TreeSet<>();
        for (EditResult result : results) {
            switch (result) {
                case EditResult.Refused(var found) -> add(found, violations, told);
                case EditResult.Acceptable(var iri, var created, var found) ->
                        add(found, warnings, told);
                default -> {
                    // nothing is wrong with its content
                }
            }
        }
        if (!violations.isEmpty()) {
            return new Publication.Faulty(violations);
        }
        return warnings.isEmpty() ? new Publication.Sound() : new Publication.Doubtful(warnings);
    }

    private static void add(List<Violation> found, List<Violation> all, Set<String> told) {
        for (Violation violation : found) {
            if (told.add(violation.rule() + " " + violation.path() + " " + violation.value())) {
                all.add(violation);
            }
        }
    }

    private EditResult dry(CityId city, EntryKind kind, @Nullable String key, Graph graph) {
        return intake.submit(new Candidate(city, kind, key, graph, "form"), true);
    }

    private Publication write(Draft draft, Written written) {
        Draft.Subject about = draft.subject();
        EntryIri entry = about.entry();
        if (entry != null) {
            String basis = about.basis();
            return publication(intake.replace(entry, written.graph(), basis == null ? "" : basis));
        }
        Publication first =
                publication(intake.create(about.city(), written.graph(), "draft-" + draft.id()));
        if (written.event() == null || !(first instanceof Publication.Done)) {
            return first;
        }
        // a second try after this one failed finds the first entry by its key
        Publication second =
                publication(
                        intake.create(
                                about.city(), written.event(), "draft-" + draft.id() + "-event"));
        return second instanceof Publication.Done ? first : second;
    }

    private static Publication publication(EditResult result) {
        return switch (result) {
            case EditResult.Saved saved -> new Publication.Done(saved.entry());
            case EditResult.Unchanged same -> new Publication.Done(same.entry());
            case EditResult.Repeated before -> new Publication.Done(before.entry());
            case EditResult.Acceptable acceptable -> new Publication.Sound();
            case EditResult.Refused(var violations) -> new Publication.Faulty(violations);
            case EditResult.Stale(var entry, var current) -> new Publication.Overtaken(entry);
            case EditResult.Missing(var entry) -> new Publication.Gone(entry);
            case EditResult.KeyReused reused -> new Publication.Later(Publication.Reason.PUBLISHED);
            case EditResult.Taken taken -> new Publication.Later(Publication.Reason.BUSY);
            case EditResult.Throttled throttled ->
                    new Publication.Later(Publication.Reason.THROTTLED);
            case EditResult.ReadOnly readOnly ->
                    new Publication.Later(Publication.Reason.READ_ONLY);
            case EditResult.NotAllowed notAllowed ->
                    throw new IllegalStateException(notAllowed.reason());
        };
    }
}
