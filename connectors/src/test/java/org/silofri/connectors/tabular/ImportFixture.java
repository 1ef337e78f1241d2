package org.silofri.connectors.tabular;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.validation.Candidate;
import org.silofri.catalogue.validation.IntakePort;
import org.silofri.catalogue.validation.IntakeResult;
import org.silofri.connectors.IntakeRoutes;
import org.silofri.connectors.RecordingIntake;
import org.silofri.connectors.table.TableLimits;

/** The real routes over an intake that records. */
final class ImportFixture implements AutoCloseable {

    static final CityId CITY = new CityId("copenhagen");

    final RecordingIntake intake = new RecordingIntake();
    final RecordingIntake dryRun = new RecordingIntake();
    final List<Duration> slept = new ArrayList<>();
    private final CamelContext camel = new DefaultCamelContext();
    private final TabularImport tabular;

    ImportFixture() throws Exception {
        this(Optional.empty(), TableLimits.DEFAULT);
    }

    ImportFixture(IntakePort port) throws Exception {
        this(Optional.of(port), TableLimits.DEFAULT);
    }

    ImportFixture(Optional<IntakePort> port, TableLimits limits) throws Exception {
        camel.addRoutes(new IntakeRoutes(port.orElse(intake), dryRun, slept::add));
        camel.addRoutes(new TabularRoute());
        camel.start();
        tabular = new TabularImport(camel.createProducerTemplate(), ImportFixture::base, limits);
    }

    private static Optional<org.silofri.catalogue.entry.BaseIri> base(CityId city) {
        return city.value().equals("atlantis")
                ? Optional.empty()
                : Optional.of(RecordingIntake.base(city));
    }

    ImportReport csv(String... lines) {
        return csv(ImportOptions.publish(CITY), ProgressListener.NONE, lines);
    }

    ImportReport csv(ImportOptions options, ProgressListener progress, String... lines) {
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        try {
            return tabular.run("plan.csv", new ByteArrayInputStream(bytes), options, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ImportReport file(Path file, ImportOptions options) throws IOException {
        return tabular.run(file, options, ProgressListener.NONE);
    }

    /** The graph of the last submitted candidate. */
    Candidate last() {
        return intake.submitted().getLast();
    }

    @Override
    public void close() {
        camel.stop();
    }

    /** Answers each submission by the next of these, then by the recording intake. */
    static IntakePort answering(RecordingIntake then, IntakeResult... first) {
        List<IntakeResult> queue = new ArrayList<>(List.of(first));
        return candidate -> queue.isEmpty() ? then.submit(candidate) : queue.removeFirst();
    }
}
