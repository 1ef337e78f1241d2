package org.silofri.node.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.node.TestNetwork;
import org.silofri.node.TestNode;
import org.silofri.node.identity.HubLogin;
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
        assertThat(answer.out()).contains("health: UP").containsPattern("coordinator +current +1:");
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
    void anImportTellsWhatIsWrongWithItsFileOrCityAndTheRemedy() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.xlsx"), "no workbook");

        Answer missing = on("import", folder.resolve("none.csv").toString());
        Answer unreadable = on("import", broken.toString());
        Answer city = on("import", broken.toString(), "--city", "Not A City");

        assertThat(missing.err()).contains("There is no file", "remedy: name an XLSX or CSV file");
        assertThat(unreadable.err()).contains("cannot be read", "remedy: Open it");
        assertThat(city.err()).contains("Not A City", "remedy:").doesNotContain("500");
        assertThat(List.of(missing.exit(), unreadable.exit(), city.exit())).containsOnly(1);
    }

    @Test
    void aHarvestWithoutPortalsSaysWhereToNameThem() {
        Answer answer = on("harvest");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("names no portal", "silofri.ckan.sources");
    }

    @Test
    void theLoginForTheHubIsReadFromStandardInput() throws IOException {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream("secret\n".getBytes(StandardCharsets.UTF_8)));

            assertThat(on("credential").exit()).isZero();
        } finally {
            System.setIn(before);
        }

        Path data = network.coordinator().data();
        assertThat(HubLogin.load(data)).get().extracting(HubLogin::password).isEqualTo("secret");
    }

    static List<String> uselessConfigurations() {
        return List.of(
                "silofri.node: {name: 'Not A City', data: x, url: 'http://localhost:1'} | city id",
                "silofri.node: {name: oslo, url: 'http://localhost:1'} | silofri.node.data",
                "silofri.node: {name: oslo, data: x} | silofri.node.url",
                "silofri.node: {data: x, url: 'http://localhost:1'} | silofri.node.name",
                "silofri.node: {name: oslo, data: x, url: 'no url at all'} | silofri.node.url",
                "silofri.node: [broken | YAML",
                "server.port: 1 | names no node");
    }

    @ParameterizedTest
    @MethodSource("uselessConfigurations")
    void aUselessConfigurationIsToldWithTheRemedyAndNoStackTrace(String text) throws IOException {
        String[] parts = text.split(" \\| ", -1);
        Path file = Files.writeString(folder.resolve("useless.yaml"), parts[0]);

        Answer answer = run("status", "--config", file.toString());

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err())
                .contains("silofri: ", parts[1], "remedy: ")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--country=NORWAY", "--language=Norsk", "--name=Norsk=Oslo"})
    void aProfileThatTheCoordinatorWouldRefuseIsRefusedAtOnce(String option) {
        String name = option.substring(0, option.indexOf('='));
        List<String> words =
                new ArrayList<>(List.of("--name=nb=Oslo", "--country=NO", "--language=nb"));
        words.removeIf(word -> word.startsWith(name + "="));
        words.addAll(List.of("--found=amqp://localhost:1", option, "init"));

        Answer answer = on(words.reversed().toArray(String[]::new));

        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains(name + ": write ");
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
