package org.silofri.node.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;

class NodeSetupTest {

    private static final CityId BERGEN = new CityId("bergen");
    private static final CityProfile PROFILE = CityProfile.named("Somewhere", "en", "NO");
    private static final URI AMQP = URI.create("amqp://localhost:5672");

    @TempDir private Path folder;
    private NodeSettings coordinator = settings("none", "http://localhost:1");
    private NodeSettings city = coordinator;

    @BeforeEach
    void twoNodes() {
        coordinator = settings("coordinator", "http://localhost:8080");
        city = settings("stavanger", "http://localhost:8082");
    }

    @Test
    void aNodeWithoutInitDoesNotStartAndSaysWhatHelps() {
        assertThatThrownBy(() -> NodeIdentity.load(city))
                .isInstanceOf(NotStartable.class)
                .hasMessageContaining("run \"silofri init\"");
    }

    @Test
    void theCoordinatorPinsItsOwnKeyInTheNetworkFile() {
        NetworkFile network = NodeSetup.initCoordinator(coordinator, PROFILE, AMQP);

        NodeIdentity identity = NodeIdentity.load(coordinator);

        assertThat(identity.coordinator()).isTrue();
        assertThat(identity.network()).isEqualTo(network);
        assertThat(network.steeringKeys()).hasSize(3).doesNotContain(network.key());
    }

    @Test
    void aCityStartsWithTheNetworkOfItsCoordinator() {
        NetworkFile network = NodeSetup.initCoordinator(coordinator, PROFILE, AMQP);
        NodeSetup.initCity(city, network, PROFILE);

        NodeIdentity identity = NodeIdentity.load(city);

        assertThat(identity.coordinator()).isFalse();
        assertThat(identity.ownCities()).containsExactly(new CityId("stavanger"));
        assertThat(identity.network()).isEqualTo(network);
    }

    @Test
    void onlyTheOwnerCanOpenTheKeys() throws IOException {
        NodeSetup.initCoordinator(coordinator, PROFILE, AMQP);
        Path keys = coordinator.data().resolve("keys");

        assertThat(permissions(keys)).isEqualTo("rwx------");
        assertThat(permissions(keys.resolve("coordinator.key.json"))).isEqualTo("rw-------");
        assertThat(permissions(keys.resolve("steering/steering-1.key.json")))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeyThatOthersCanReadIsNotUsed() throws IOException {
        NodeSetup.initCoordinator(coordinator, PROFILE, AMQP);
        Files.setPosixFilePermissions(
                coordinator.data().resolve("keys/coordinator.key.json"),
                PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> NodeIdentity.load(coordinator)).hasMessageContaining("chmod 600");
    }

    @Test
    void anotherUrlOnExistingDataIsRefused() {
        NodeSetup.initCoordinator(coordinator, PROFILE, AMQP);
        NodeSettings moved =
                new NodeSettings(
                        "coordinator",
                        coordinator.data(),
                        URI.create("http://localhost:9999"),
                        coordinator.state());

        assertThatThrownBy(() -> NodeIdentity.load(moved)).hasMessageContaining("--fresh");
    }

    @Test
    void initDoesNotReplaceKeys() {
        NodeSetup.initCoordinator(coordinator, PROFILE, AMQP);

        assertThatThrownBy(() -> NodeSetup.initCoordinator(coordinator, PROFILE, AMQP))
                .hasMessageContaining("already initialised");
    }

    @Test
    void aHostedCityLivesUnderItsHostAndSurvivesARestart() {
        NodeSetup.initCoordinator(coordinator, PROFILE, AMQP);
        String request = NodeIdentity.load(coordinator).host(BERGEN, PROFILE);

        NodeIdentity again = NodeIdentity.load(coordinator);

        assertThat(again.base(BERGEN)).isEqualTo(new BaseIri("http://localhost:8080/c/bergen"));
        assertThat(JoinRequest.verify(request).orElseThrow().hostedBy())
                .isEqualTo(new BaseIri("http://localhost:8080"));
    }

    @Test
    void aJoinRequestThatWasTouchedDoesNotVerify() {
        NetworkFile network = NodeSetup.initCoordinator(coordinator, PROFILE, AMQP);
        String request = NodeSetup.initCity(city, network, PROFILE);
        int middle = request.indexOf('.') + 20;
        char other = request.charAt(middle) == 'A' ? 'B' : 'A';

        String touched = request.substring(0, middle) + other + request.substring(middle + 1);

        assertThat(JoinRequest.verify(request)).isPresent();
        assertThat(JoinRequest.verify(touched)).isEmpty();
        assertThat(JoinRequest.verify("nonsense")).isEmpty();
    }

    @Test
    void theMarkerLivesOutsideTheDataFolder() {
        CityId name = city.city();
        InstanceMarker marker = new InstanceMarker(folder.resolve("state"), city.data());
        assertThat(marker.exists()).isFalse();

        marker.write(Map.of(name, new Position(1, 7)));

        InstanceMarker copy = new InstanceMarker(folder.resolve("state"), folder.resolve("copy"));
        assertThat(marker.lastWritten()).isEqualTo(Map.of(name, new Position(1, 7)));
        assertThat(copy.exists()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "stavanger=1", "stavanger=x:y", "Not a City=1:1"})
    void aMarkerThatCannotBeReadIsNone(String text) throws IOException {
        Path state = folder.resolve("state");
        InstanceMarker marker = new InstanceMarker(state, city.data());
        marker.write(Map.of(city.city(), new Position(1, 7)));
        try (Stream<Path> files = Files.list(state)) {
            Files.writeString(files.findFirst().orElseThrow(), text);
        }

        assertThat(marker.exists()).isFalse();
        assertThat(marker.lastWritten()).isEmpty();
    }

    private NodeSettings settings(String name, String url) {
        Path root = folder == null ? Path.of(name) : folder;
        return new NodeSettings(name, root.resolve(name), URI.create(url), root.resolve("state"));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
