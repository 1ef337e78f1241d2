package org.silofri.node.assignment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.event.CatalogueEvent;
import org.silofri.catalogue.event.Decoded;
import org.silofri.catalogue.log.EventLog;
import org.silofri.catalogue.log.LoggedVersion;
import org.silofri.node.intake.EditResult;
import org.silofri.node.intake.EntryVersion;
import org.silofri.node.intake.IntakeService;
import org.silofri.node.projection.Projections;

/**
 * Whether cities confirm that their problem is the shared one, or say why it differs. Each says so
 * in its own problem's entry, by its own key (DESIGN principle 2). Thread-safe.
 */
public final class LikenessService {

    private static final Query ALL = query("likeness.rq");

    private final EventLog log;
    private final Projections projections;
    private final IntakeService intake;

    LikenessService(EventLog log, Projections projections, IntakeService intake) {
        this.log = log;
        this.projections = projections;
        this.intake = intake;
    }

    /** What all cities say; a problem that says both counts as different. */
    public List<Likeness> all() {
        return projections.readGraph((dataset, positions) -> read(dataset));
    }

    private static List<Likeness> read(DatasetGraph dataset) {
        Map<List<EntryIri>, Likeness> found = new HashMap<>();
        try (QueryExec exec = QueryExec.dataset(dataset).query(ALL).build()) {
            exec.select()
                    .forEachRemaining(row ->
                            likeness(row)
                                    .ifPresent(said ->
                                            found.merge(
                                                    List.of(said.problem(), said.shared()),
                                                    said,
                                                    LikenessService::both)));
        }
        return new ArrayList<>(found.values());
    }

    private static Likeness both(Likeness first, Likeness second) {
        Map<String, String> reason = new HashMap<>(first.reason());
        reason.putAll(second.reason());
        return new Likeness(
                first.city(),
                first.problem(),
                first.shared(),
                first.same() && second.same(),
                reason,
                first.said());
    }

    private static Optional<Likeness> likeness(Binding row) {
        Optional<EntryIri> problem = EntryIri.parse(row.get("problem").toString());
        Optional<EntryIri> shared =
                EntryIri.parse(row.get("shared").toString())
                        .filter(entry -> entry.kind() == EntryKind.SHARED_PROBLEM);
        if (problem.isEmpty() || shared.isEmpty()) {
            return Optional.empty();
        }
        Node reason = row.get("reason");
        return Optional.of(
                new Likeness(
                        new CityId(row.get("city").getLiteralLexicalForm()),
                        problem.get(),
                        shared.get(),
                        Boolean.parseBoolean(row.get("same").getLiteralLexicalForm()),
                        reason == null
                                ? Map.of()
                                : Map.of(
                                        reason.getLiteralLanguage(),
                                        reason.getLiteralLexicalForm()),
                        OffsetDateTime.parse(row.get("time").getLiteralLexicalForm()).toInstant()));
    }

    /**
     * Says in the city's problem that it is the shared one, or why not.
     *
     * @param problem the city's own
     * @param reason why it differs, by language; empty to confirm
     */
    public EditResult say(EntryIri problem, EntryIri shared, Map<String, String> reason) {
        Optional<CatalogueEvent.Published> current = current(problem);
        return current.isEmpty() || intake.cityOf(problem).isEmpty()
                ? new EditResult.Missing(problem)
                : intake.replace(
                        problem,
                        LikenessRdf.saying(
                                problem, current.get().snapshot().graph(), shared, reason),
                        EntryVersion.etag(current.get().position()));
    }

    private Optional<CatalogueEvent.Published> current(EntryIri problem) {
        return log.versions(problem).stream()
                .filter(version -> version.state() == LoggedVersion.State.ACCEPTED)
                .findFirst()
                .map(version -> CatalogueEvent.decode(version.event()))
                .filter(Decoded.Sound.class::isInstance)
                .map(decoded -> ((Decoded.Sound) decoded).event())
                .filter(CatalogueEvent.Published.class::isInstance)
                .map(CatalogueEvent.Published.class::cast);
    }

    private static Query query(String file) {
        try (InputStream in = LikenessService.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Query " + file + " is not beside its class");
            }
            return QueryFactory.create(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Query " + file + " cannot be read", e);
        }
    }
}
