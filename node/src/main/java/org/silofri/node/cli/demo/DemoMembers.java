package org.silofri.node.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.silofri.node.cli.demo.process.DemoFolders;
import org.silofri.node.cli.demo.process.DemoNode;
import org.silofri.node.cli.demo.process.DemoPorts;
import org.silofri.node.cli.demo.process.DemoSettings;
import org.silofri.node.cli.operator.NodeClient;
import org.silofri.node.cli.operator.OperatorController;
import org.silofri.node.cli.terminal.CommandFailed;
import org.silofri.node.cli.terminal.Console;
import org.silofri.node.cli.terminal.NodeOptions;
import org.silofri.node.identity.CityProfile;
import org.silofri.node.identity.HubLogin;
import org.silofri.node.identity.NetworkFile;
import org.silofri.node.identity.NodeSettings;
import org.silofri.node.identity.NodeSetup;

/** Makes the members of the demo, each step as a real network does it. */
final class DemoMembers {

    private static final int TOKEN_DAYS = 30;

    /** A name in another language, for example {@code fi=Tukholma}. */
    private static final Pattern OTHER_NAME = Pattern.compile("(..)=([^;]+)");

    private final DemoFolders folders;
    private final DemoPorts ports;
    private final Console console;
    private final List<City> cities;

    DemoMembers(DemoFolders folders, DemoPorts ports, Console console) {
        this.folders = folders;
        this.ports = ports;
        this.console = console;
        this.cities = read(folders.cities());
    }

    /**
     * A row of {@code cities.csv}.
     *
     * @param node the node that writes for the city
     */
    private record City(String id, String node, CityProfile profile) {}

    /** Founds the network, once. */
    void init(DemoNode coordinator) {
        if (initialised(coordinator)) {
            return;
        }
        CityProfile profile =
                new CityProfile(
                        Map.of("en", "Network coordinator", "da", "Netværkets koordinator"),
                        "DK",
                        "en",
                        null,
                        null,
                        null,
                        "runs the network");
        NodeSetup.initCoordinator(
                settings(coordinator), profile, URI.create("amqp://localhost:" + ports.hub()));
        console.line("  Founded the network; its keys lie in " + folders.data(coordinator));
    }

    /** Makes a city's keys and has the coordinator admit it, once. */
    void join(DemoNode node) {
        if (HubLogin.stored(folders.data(node))) {
            return;
        }
        if (!initialised(node)) {
            NetworkFile network =
                    NetworkFile.read(folders.data(DemoNode.COORDINATOR).resolve("network.json"));
            NodeSetup.initCity(settings(node), network, profile(node.name()));
        }
        console.step("Admitting " + node.name(), () -> admit(node));
    }

    private void admit(DemoNode node) {
        OperatorController.JoinRequestText request =
                new OperatorController.JoinRequestText(NodeSetup.storedRequest(folders.data(node)));
        try (NodeClient client = coordinator()) {
            OperatorController.Admitted admitted =
                    client.post("/operator/members", request, OperatorController.Admitted.class);
            if (admitted.user() == null || admitted.password() == null) {
                throw new CommandFailed(
                        "The hub gave " + node.name() + " no login",
                        "look into logs/ of the coordinator");
            }
            new HubLogin(admitted.user(), admitted.password()).store(folders.data(node));
        }
    }

    /** Lets the coordinator's node write for the cities without a node of their own. */
    void hostTheOthers() {
        List<City> missing =
                cities.stream()
                        .filter(city -> city.node().equals(DemoNode.COORDINATOR.name()))
                        .filter(city -> !Files.exists(hostedMark(city)))
                        .toList();
        if (missing.isEmpty()) {
            return;
        }
        console.step(
                "Admitting " + missing.size() + " hosted cities",
                () -> missing.forEach(this::host));
    }

    private void host(City city) {
        try (NodeClient client = coordinator()) {
            client.post(
                    "/operator/hosted",
                    new OperatorController.Hosted(city.id(), city.profile()),
                    OperatorController.Admitted.class);
            Files.createDirectories(hostedMark(city).getParent());
            Files.writeString(hostedMark(city), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path hostedMark(City city) {
        return folders.root().resolve("hosted").resolve(city.id());
    }

    /** A new token of the demo, for trying the API. */
    static String token(Path data, DemoNode node) {
        try (NodeClient client = NodeClient.of(data)) {
            String role = node.coordinator() ? "COORDINATOR" : "PUBLISHER";
            return client.post(
                            "/operator/tokens",
                            new OperatorController.TokenWish(role, node.name(), "demo", TOKEN_DAYS),
                            OperatorController.NewToken.class)
                    .token();
        }
    }

    private boolean initialised(DemoNode node) {
        return Files.exists(folders.data(node).resolve("network.json"));
    }

    private NodeClient coordinator() {
        return NodeClient.of(folders.data(DemoNode.COORDINATOR));
    }

    private NodeSettings settings(DemoNode node) {
        return NodeOptions.of(folders.config(node), DemoSettings.of(node, folders, ports))
                .settings();
    }

    private CityProfile profile(String id) {
        return cities.stream()
                .filter(city -> city.id().equals(id))
                .map(City::profile)
                .findFirst()
                .orElseThrow(() ->
                        new CommandFailed(
                                folders.cities() + " does not name " + id,
                                "check out compose/ of the repository again"));
    }

    private static List<City> read(Path file) {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            List<City> cities = new ArrayList<>();
            for (CSVRecord row : rows) {
                cities.add(new City(row.get("city"), row.get("node"), profile(row)));
            }
            return cities;
        } catch (IOException e) {
            throw new CommandFailed(
                    file + " cannot be read: " + e.getMessage(),
                    "check out compose/ of the repository again");
        }
    }

    private static CityProfile profile(CSVRecord row) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("en", row.get("name_en"));
        names.put(row.get("lang"), row.get("name_own"));
        OTHER_NAME
                .matcher(row.get("names_other"))
                .results()
                .forEach(name -> names.put(name.group(1), name.group(2)));
        return new CityProfile(
                names,
                row.get("country"),
                row.get("lang"),
                number(row.get("lat")),
                number(row.get("lon")),
                null,
                row.get("membership_evidence").isBlank() ? null : row.get("membership_evidence"));
    }

    private static @Nullable Double number(String text) {
        return text.isBlank() ? null : Double.valueOf(text);
    }
}
