package org.silofri.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.node.Person;
import org.silofri.node.TestNetwork;
import org.silofri.node.TestNode;

/** {@code silofri user} against a running node, as it is typed. */
class UserCommandIT {

    private static final String PASSWORD = "three owls on a roof";

    @TempDir private static Path folder;
    private static TestNetwork network;
    private static TestNode node;
    private static Path config;

    /** What a command answered. */
    private record Answer(int exit, String out, String err) {}

    @BeforeAll
    static void aCoordinator() throws IOException {
        network = TestNetwork.start(folder);
        node = network.coordinator();
        config = folder.resolve("coordinator.yaml");
        Files.writeString(
                config,
                "silofri.node: {name: coordinator, data: '%s', url: '%s'}"
                        .formatted(node.data(), node.url()));
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    private static Answer typed(String input, String... words) {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            return on(words);
        } finally {
            System.setIn(before);
        }
    }

    private static Answer on(String... words) {
        List<String> all = new ArrayList<>(List.of("user"));
        all.addAll(Arrays.asList(words));
        all.addAll(List.of("--config", config.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit =
                SilofriCommand.commandLine()
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .execute(all.toArray(String[]::new));
        return new Answer(exit, out.toString(), err.toString());
    }

    private static int signIn(String name, String password) {
        try (Person person = Person.at(node)) {
            return person.signIn(name, password).statusCode();
        }
    }

    private static void add(String name) {
        assertThat(typed(PASSWORD + "\n", "add", name, "--role", "editor", "--password-stdin"))
                .isEqualTo(new Answer(0, "", ""));
    }

    @Test
    void makesTheFirstAdministrator() {
        Answer added =
                typed(
                        PASSWORD + "\n",
                        "add",
                        "Climate-Admin",
                        "--role",
                        "admin",
                        "--role",
                        "publisher",
                        "--display",
                        "Climate unit",
                        "--password-stdin");

        assertThat(added).isEqualTo(new Answer(0, "", ""));
        assertThat(on("list").out())
                .containsPattern(
                        "climate-admin +active +PUBLISHER@coordinator ADMIN@coordinator +Climate"
                                + " unit");
        assertThat(signIn("climate-admin", PASSWORD)).isEqualTo(303);
    }

    @Test
    void asksForAPasswordAndTellsAScriptWhatToDoInstead() {
        Answer answer = on("add", "nobody", "--role", "reader");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("no terminal", "remedy: use --password-stdin");
    }

    @Test
    void refusesAPasswordThatIsGuessedFirst() {
        Answer answer =
                typed("Velkommen2026\n", "add", "x1", "--role", "reader", "--password-stdin");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("easily guessed");
    }

    @Test
    void refusesARoleForACityOfAnotherNode() {
        Answer answer = on("add", "x2", "--role", "reader", "--city", "oslo", "--one-time");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("no such role for that city");
    }

    @Test
    void aResetPrintsAPasswordForOneTimeAndEndsTheOldOne() {
        add("reset-me");

        String oneTime = on("reset", "reset-me").out().strip();

        assertThat(signIn("reset-me", PASSWORD)).isEqualTo(401);
        assertThat(signIn("reset-me", oneTime)).isEqualTo(303);
        assertThat(on("list").out()).containsPattern("reset-me +one-time");
    }

    @Test
    void whoIsDisabledStaysOutUntilEnabled() {
        add("leaver");

        assertThat(on("disable", "leaver").exit()).isZero();
        assertThat(signIn("leaver", PASSWORD)).isEqualTo(403);
        assertThat(on("list").out()).containsPattern("leaver +disabled");
        assertThat(on("enable", "leaver").exit()).isZero();
        assertThat(signIn("leaver", PASSWORD)).isEqualTo(303);
    }

    @Test
    void tellsWhoIsUnknown() {
        Answer unknown = on("disable", "nobody-at-all");
        Answer odd = on("disable", "../status");

        assertThat(List.of(unknown.exit(), odd.exit())).containsOnly(1);
        assertThat(unknown.err()).contains("There is no such account", "silofri user list");
        assertThat(odd.err()).contains("is no sign-in name");
    }
}
