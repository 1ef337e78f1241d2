package org.silofri.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.node.intake.EditResult;

/** What Copenhagen publishes is found in Stavanger, with and without the bus. */
class TwoCitiesIT {

    @TempDir private Path folder;

    @Test
    void whatCopenhagenPublishesReachesStavanger() {
        try (TestNetwork network = TestNetwork.start(folder, "copenhagen", "stavanger")) {
            TestNode copenhagen = network.node("copenhagen");
            TestNode stavanger = network.node("stavanger");

            EditResult result = Samples.publish(copenhagen, "Cyklister venter for længe");

            assertThat(result).isInstanceOf(EditResult.Saved.class);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            assertThat(stavanger.log().head(copenhagen.city()))
                                    .isEqualTo(copenhagen.log().head(copenhagen.city())));
        }
    }
}
