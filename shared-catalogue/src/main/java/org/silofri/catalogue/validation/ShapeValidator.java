package org.silofri.catalogue.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.Snapshot;
import org.silofri.catalogue.validation.personal.PersonalData;
import org.silofri.catalogue.validation.personal.PersonalFind;
import org.silofri.ontology.Ontology;

/**
 * Checks entries against the shapes of a version of the ontology, its closed namespace, and the
 * rules on personal data (F14). Parses the shapes once when made; safe for many threads. Limits of
 * size and depth (F17) are checked before parsing, elsewhere.
 */
public final class ShapeValidator {

    private final Map<String, Version> versions =
            Ontology.versions().stream()
                    .collect(Collectors.toUnmodifiableMap(Function.identity(), Version::new));

    /**
     * Checks a snapshot, as a receiver does.
     *
     * @param version see {@link #validate(EntryIri, Graph, String)}
     * @throws IllegalArgumentException if the version is not one of {@link Ontology#versions()}
     */
    public ValidationOutcome validate(Snapshot snapshot, String version) {
        return validate(snapshot.entry(), snapshot.graph(), version);
    }

    /**
     * Checks one entry by the newest version, as for a new event.
     *
     * @param data the whole entry and nothing else
     */
    public ValidationOutcome validate(EntryIri entry, Graph data) {
        return validate(entry, data, Ontology.VERSION);
    }

    /**
     * Checks one entry.
     *
     * @param data the whole entry and nothing else
     * @param version number of the ontology version, for example that of {@link Ontology#versionOf}
     *     an event's {@code dataschema}
     * @throws IllegalArgumentException if the version is not one of {@link Ontology#versions()}
     */
    public ValidationOutcome validate(EntryIri entry, Graph data, String version) {
        Version checks = versions.get(version);
        if (checks == null) {
            throw new IllegalArgumentException(
                    "Ontology version %s is not known; upgrade the node".formatted(version));
        }
        List<Violation> findings = new ArrayList<>(checks.shapes.check(data));
        findings.addAll(checks.terms.check(entry, data));
        findings.addAll(PeriodCheck.check(data));
        findings.addAll(personal(entry, data));
        return ValidationOutcome.of(findings);
    }

    /**
     * Looks for personal data in the statements only (F14): for what is kept of an entry that is
     * withdrawn. Its IRI is not looked at, since just that may be why it is withdrawn.
     */
    public ValidationOutcome validateTexts(EntryIri entry, Graph data) {
        return ValidationOutcome.of(
                personal(entry, data).stream().filter(found -> found.path() != null).toList());
    }

    private static List<Violation> personal(EntryIri entry, Graph data) {
        List<Violation> findings = new ArrayList<>();
        for (PersonalFind find : PersonalData.check(entry, data)) {
            findings.add(
                    Rules.of(find.what()).broken(find.subject(), find.property(), find.value()));
        }
        return findings;
    }

    private record Version(CompiledShapes shapes, TermCheck terms) {
        Version(String number) {
            this(new CompiledShapes(number), new TermCheck(number));
        }
    }
}
