package org.silofri.catalogue.validation;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;

/** What a check of one entry found. */
public sealed interface ValidationOutcome {

    /** Most findings kept of each severity; more would only swell the answer. */
    int MOST_FINDINGS = 100;

    /** What was found, the blocking findings first. */
    List<Violation> findings();

    /** The outcome as a {@code sh:ValidationReport} with messages in all languages. */
    default Graph report() {
        return ValidationReportGraph.of(findings());
    }

    /**
     * The outcome of these findings.
     *
     * @return {@link Violations} if any of them blocks; at most {@link #MOST_FINDINGS} of each
     */
    static ValidationOutcome of(List<Violation> findings) {
        List<Violation> blocking =
                findings.stream().filter(Violation::blocks).limit(MOST_FINDINGS).toList();
        List<Violation> warnings =
                findings.stream().filter(f -> !f.blocks()).limit(MOST_FINDINGS).toList();
        return blocking.isEmpty() ? new Conforms(warnings) : new Violations(blocking, warnings);
    }

    /**
     * The entry may be published.
     *
     * @param warnings what the publisher should confirm first; often empty
     */
    record Conforms(List<Violation> warnings) implements ValidationOutcome {
        public Conforms {
            warnings = List.copyOf(warnings);
        }

        @Override
        public List<Violation> findings() {
            return warnings;
        }
    }

    /**
     * The entry may not be published.
     *
     * @param violations at least one blocking finding
     * @param warnings further findings that do not block
     */
    record Violations(List<Violation> violations, List<Violation> warnings)
            implements ValidationOutcome {
        public Violations {
            violations = List.copyOf(violations);
            warnings = List.copyOf(warnings);
            if (violations.isEmpty()) {
                throw new IllegalArgumentException("Violations need at least one violation");
            }
        }

        @Override
        public List<Violation> findings() {
            return Stream.concat(violations.stream(), warnings.stream()).toList();
        }
    }
}
