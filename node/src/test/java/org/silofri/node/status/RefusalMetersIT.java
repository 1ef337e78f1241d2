package org.silofri.node.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.QuarantineReason;
import org.silofri.catalogue.log.Door;
import org.silofri.catalogue.log.Rejection;
import org.silofri.catalogue.log.RejectionReason;
import org.silofri.catalogue.log.Verdict;
import org.silofri.node.Metrics;
import org.silofri.node.Samples;
import org.silofri.node.TestNetwork;
import org.silofri.node.TestNode;
import org.silofri.node.intake.EditResult;

/** F15, F16: each reason counts by itself, at each door, where operators look. */
class RefusalMetersIT {

    @TempDir private static Path folder;
    private static TestNetwork network;
    private static TestNode node;

    @BeforeAll
    static void aNode() {
        network = TestNetwork.start(folder);
        node = network.coordinator();
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    @Test
    void eachReasonCountsAtEachDoorAndNowhereElse() throws Exception {
        Map<String, Double> expected = new TreeMap<>(Metrics.of(node, "silofri_rejected_total"));
        assertThat(expected).hasSize(RejectionReason.values().length * Door.values().length);
        List<Rejection> rejections = new ArrayList<>();
        int times = 0; // another number for each
        for (RejectionReason reason : RejectionReason.values()) {
            for (Door door : Door.values()) {
                times++;
                for (int i = 0; i < times; i++) {
                    rejections.add(new Rejection(Instant.now(), reason, door, "peer", "city"));
                }
                String labels =
                        "{door=\"%s\",reason=\"%s\"}".formatted(door.label(), label(reason));
                expected.merge(labels, (double) times, Double::sum);
            }
        }

        rejections.forEach(node.log().rejections()::add);

        assertThat(Metrics.of(node, "silofri_rejected_total")).isEqualTo(expected);
    }

    @Test
    void eachReasonOfQuarantineCounts() throws Exception {
        for (QuarantineReason reason : QuarantineReason.values()) {
            EditResult saved = Samples.publish(node, "Held for " + reason);
            Position position = ((EditResult.Saved) saved).position();
            node.log()
                    .quarantine()
                    .hold(
                            node.city(),
                            position,
                            new Verdict.Quarantined(reason, "by a test", Optional.empty()));
        }

        Map<String, Double> metrics = Metrics.of(node, "silofri_quarantined");

        assertThat(metrics).hasSize(QuarantineReason.values().length);
        assertThat(metrics.values()).containsOnly(1.0);
    }

    private static String label(RejectionReason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
