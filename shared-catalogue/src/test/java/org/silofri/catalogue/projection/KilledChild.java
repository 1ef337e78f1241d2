package org.silofri.catalogue.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A process that applies a story and tells each checkpoint, until it is killed. */
public final class KilledChild {

    private static final String APPLIED = "applied ";

    private KilledChild() {}

    /** Applies the whole story from where the projection stands; for the child's main method. */
    public static void tell(Projection projection, LongStory story, int batchSize) {
        Batch batch = story.after(projection.checkpoint(), batchSize);
        while (!batch.changes().isEmpty()) {
            projection.apply(batch);
            System.out.println(APPLIED + batch.upTo());
            batch = story.after(batch.upTo(), batchSize);
        }
    }

    /**
     * Starts a child and kills it once it has told of so many batches.
     *
     * @return the last checkpoint that it told
     */
    public static long runAndKill(Class<?> main, Path folder, int batches)
            throws IOException, InterruptedException {
        Process child = start(main, folder);
        int seen = 0;
        long last = 0;
        try (var out =
                new BufferedReader(
                        new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(APPLIED)) {
                    last = Long.parseLong(line.substring(APPLIED.length()));
                    seen++;
                }
                if (seen == batches) {
                    child.toHandle().destroyForcibly();
                }
            }
        }
        child.waitFor();
        assertThat(seen).as("batches before the kill").isGreaterThanOrEqualTo(batches);
        return last;
    }

    private static Process start(Class<?> main, Path folder) throws IOException {
        return new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Xmx256m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName(),
                                folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
