package org.silofri.catalogue.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills a writing process at random moments, several times on one file: what was acknowledged is
 * there and the chain is whole. {@code -Dsilofri.kills=60} for a long run.
 */
class KillTest {

    private static final Logger LOG = LoggerFactory.getLogger(KillTest.class);
    private static final CityId CITY = new CityId("copenhagen");
    private static final int MOST_PER_ROUND = 400;

    @TempDir Path folder;
    private final Map<Long, String> saved = new HashMap<>();

    @Test
    void losesNothingThatWasAcknowledged() throws IOException, InterruptedException {
        long seed = Long.getLong("silofri.seed", System.nanoTime());
        LOG.info("seed {}", seed);
        Random random = new Random(seed);
        for (int round = 0; round < Integer.getInteger("silofri.kills", 3); round++) {
            runAndKill(1 + random.nextInt(MOST_PER_ROUND));
            assertNothingLost();
        }
    }

    private void runAndKill(int acknowledgements) throws IOException, InterruptedException {
        Process child = start();
        int seen = 0;
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null) {
                String[] words = line.split(" ", -1);
                if (words.length == 3 && words[0].equals("saved") && words[2].length() == 64) {
                    saved.put(Long.valueOf(words[1]), words[2]);
                    seen++;
                }
                if (seen == acknowledgements) {
                    child.toHandle().destroyForcibly();
                }
                line = out.readLine();
            }
        }
        child.waitFor();
        assertThat(seen)
                .as("acknowledged before the kill")
                .isGreaterThanOrEqualTo(acknowledgements);
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Xmx128m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                AppendingChild.class.getName(),
                                folder.resolve("log.db").toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void assertNothingLost() {
        try (EventLog log = EventLog.open(folder.resolve("log.db"))) {
            saved.forEach((seq, hash) ->
                    assertThat(log.find(CITY, new Position(1, seq)).map(SignedEvent::hash))
                            .as("event %d", seq)
                            .hasValue(hash));
            ChainReport report = log.check(CITY);
            assertThat(report.problems()).isEmpty();
            assertThat(report.events()).isGreaterThanOrEqualTo(saved.size());
            LOG.info("{} acknowledged, {} stored", saved.size(), report.events());
        }
    }
}
