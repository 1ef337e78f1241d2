package org.silofri.node.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.silofri.node.TestNetwork;
import org.silofri.node.TestNode;
import picocli.CommandLine;

/** The commands of an operator against a running node, as they are typed. */
class CommandsIT {

    private static final String ROWS =
            """
            kind;key;title_en;description_en;theme;licence;source
            problem;bikes;Bicycles on the pavement;They block wheelchairs.;mobility;https://creativecommons.org/publicdomain/zero/1.0/;A test
            problem;ice;Ice on cycle paths;Nobody cycles in January.;no-such-theme;https://creativecommons.org/publicdomain/zero/1.0/;A test
            """;

    @TempDir private static Path folder;
    private static TestNetwork network;
    private static Path config;

    /** What a command answered. */
    private record Answer(int exit, String out, String err) {}

    @BeforeAll
    static void aCoordinator() throws IOException {
        network = TestNetwork.start(folder);
        TestNode node = network.coordinator();
        config = folder.resolve("coordinator.yaml");
        Files.writeString(
                config,
                "silofri.node: {name: coordinator, data: '%s', url: '%s'}"
                        .formatted(node.data(), node.url()));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> node.log().head(node.city()).isPresent());
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    static List<String> everyCommand() {
        List<String> names = new ArrayList<>();
        SilofriCommand.commandLine()
                .getSubcommands()
                .forEach((name, command) -> {
                    names.add(name);
                    command.getSubcommands().keySet().forEach(sub -> names.add(name + " " + sub));
                });
        return names;
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void tellsItsUse(String name) {
        String[] words = (name + " --help").split(" ", -1);

        Answer answer = run(words);

        assertThat(answer.exit()).isZero();
        assertThat(answer.out()).contains("Usage: silofri ");
    }

    @Test
    void statusTellsHealthAndEachCitysPosition() {
        Answer answer = on("status");

        assertThat(answer.exit()).isZero();
        assertThat(answer.out()).contains("health: UP").containsPattern("coordinator +CURRENT +1:");
    }

    @Test
    void aTokenIsMadeListedWithoutItsTextAndTakenBack() {
        String token = on("token", "new", "--label", "nightly import").out().strip();
        String listed = on("token", "list").out();

        assertThat(token).startsWith("sft_");
        assertThat(listed).contains("nightly import").doesNotContain(token);
        String id = listed.lines().filter(l -> l.contains("nightly")).findFirst().orElseThrow();
        assertThat(on("token", "revoke", id.substring(0, id.indexOf(' '))).exit()).isZero();
        assertThat(on("token", "list").out()).contains("(revoked)  nightly import");
    }

    @Test
    void anImportTellsTheBadCellTakesTheGoodRowAndRepeatsNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), ROWS);

        Answer dry = on("import", file.toString(), "--dry-run");
        Answer first = on("import", file.toString());
        Answer second = on("import", file.toString());

        assertThat(dry.out()).contains("Would be: 1 new, 0 changed, 0 unchanged, 1 refused");
        assertThat(first.exit()).isEqualTo(1);
        assertThat(first.out()).contains("row 3", "no-such-theme", "1 new");
        assertThat(second.out()).contains("0 new, 0 changed, 1 unchanged, 1 refused");
    }

    @Test
    void aRebuildEndsWithTheSameAnswers() {
        Answer answer = on("rebuild", "search");

        assertThat(answer.exit()).isZero();
        assertThat(answer.out()).contains("Rebuilding search");
    }

    @Test
    void aDamagedJoinRequestIsRefusedWithTheRemedy() throws IOException {
        Path request = Files.writeString(folder.resolve("join-request.jws"), "not signed");

        Answer answer = on("admit", request.toString());

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("damaged").contains("remedy:");
    }

    @Test
    void withoutARunningNodeItSaysHowToStartOne() throws IOException {
        Path other = folder.resolve("other.yaml");
        Files.writeString(
                other,
                "silofri.node: {name: other, data: '%s', url: 'http://localhost:1'}"
                        .formatted(folder.resolve("other")));

        Answer answer = run("status", "--config", other.toString());

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("No node runs").contains("silofri run");
    }

    private static Answer on(String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--config", config.toString()));
        return run(all.toArray(String[]::new));
    }

    private static Answer run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commands =
                SilofriCommand.commandLine()
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true));
        int exit = commands.execute(words);
        return new Answer(exit, out.toString(), err.toString());
    }
}
