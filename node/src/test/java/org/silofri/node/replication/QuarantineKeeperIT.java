package org.silofri.node.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.QuarantineReason;
import org.silofri.catalogue.log.EventLog;
import org.silofri.catalogue.log.Verdict;
import org.silofri.catalogue.validation.ShapeValidator;
import org.silofri.node.Samples;
import org.silofri.node.TestNetwork;
import org.silofri.node.TestNode;
import org.silofri.node.intake.EditResult;
import org.silofri.node.membership.Members;

/** F15: what an older program held is looked at again after an upgrade, whatever the reason. */
class QuarantineKeeperIT {

    @TempDir private Path folder;

    @Test
    void anotherProgramLooksAtAllThatIsHeldOnce() {
        try (TestNetwork network = TestNetwork.start(folder)) {
            TestNode node = network.coordinator();
            EditResult saved = Samples.publish(node, "Et");
            Position position = ((EditResult.Saved) saved).position();
            for (QuarantineReason reason :
                    new QuarantineReason[] {
                        QuarantineReason.TYPE, QuarantineReason.SHAPE, QuarantineReason.SIZE
                    }) {
                hold(node, position, reason);
                keeper(node, "program for " + reason).onReady();
                assertThat(held(node)).as(reason.name()).isFalse();
            }
            hold(node, position, QuarantineReason.TYPE);

            keeper(node, "program for SIZE").onReady();

            assertThat(held(node)).isTrue();
        }
    }

    private static void hold(TestNode node, Position position, QuarantineReason reason) {
        node.log()
                .quarantine()
                .hold(
                        node.city(),
                        position,
                        new Verdict.Quarantined(reason, "older program", Optional.empty()));
        assertThat(held(node)).isTrue();
    }

    private static boolean held(TestNode node) {
        return node.log().quarantine().counts().containsKey(node.city());
    }

    private static QuarantineKeeper keeper(TestNode node, String judge) {
        EventLog log = node.log();
        ContentCheck content =
                new ContentCheck(node.bean(Members.class), node.bean(ShapeValidator.class));
        return new QuarantineKeeper(log, content, InstantSource.system(), judge);
    }
}
