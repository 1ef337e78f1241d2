package org.silofri.catalogue.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills a process that appends for named requests at random moments and repeats every request,
 * answered or not: each has made one event (ADR 0061). {@code -Dsilofri.kills=60} for a long run.
 */
class RequestKillTest {

    private static final Logger LOG = LoggerFactory.getLogger(RequestKillTest.class);
    private static final int MOST_PER_ROUND = 400;

    @TempDir Path folder;
    private final List<String> begun = new ArrayList<>();

    @Test
    void aRequestThatIsRepeatedAfterAKillMakesOneEvent() throws IOException, InterruptedException {
        long seed = Long.getLong("silofri.seed", System.nanoTime());
        LOG.info("seed {}", seed);
        Random random = new Random(seed);
        for (int round = 0; round < Integer.getInteger("silofri.kills", 3); round++) {
            runAndKill("r" + round, 1 + random.nextInt(MOST_PER_ROUND));
            assertOneEventEach();
        }
    }

    private void runAndKill(String round, int requests) throws IOException, InterruptedException {
        Process child = start(round);
        int seen = 0;
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null) {
                String[] words = line.split(" ", -1);
                if (words.length == 3 && words[0].equals("begins") && words[2].equals(".")) {
                    begun.add(words[1]);
                    seen++;
                }
                if (seen == requests) {
                    child.toHandle().destroyForcibly();
                }
                line = out.readLine();
            }
        }
        child.waitFor();
        assertThat(seen).as("begun before the kill").isGreaterThanOrEqualTo(requests);
    }

    private Process start(String round) throws IOException {
        return new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Xmx128m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                RequestingChild.class.getName(),
                                folder.resolve("log.db").toString(),
                                round))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** A retry of a new entry mints another IRI, so only the name can tell that it is one. */
    private void assertOneEventEach() {
        Author author = new Author("copenhagen");
        try (EventLog log = EventLog.open(folder.resolve("log.db"))) {
            long before = log.check(author.city()).events();
            for (String name : begun) {
                log.append(
                        author.city(),
                        author.draft(name + "-again", "T"),
                        new Expectation.NothingYet(),
                        Optional.of(RequestsTest.key(name)),
                        author.signer());
            }
            assertThat(log.check(author.city()).events()).isEqualTo(begun.size());
            LOG.info("{} begun, {} had been stored", begun.size(), before);
        }
    }
}
