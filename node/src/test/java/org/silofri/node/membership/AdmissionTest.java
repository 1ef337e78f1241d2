package org.silofri.node.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SigningKey;
import org.silofri.node.identity.CityProfile;
import org.silofri.node.identity.JoinRequest;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.identity.NodeSettings;
import org.silofri.node.identity.NodeSetup;
import org.silofri.node.log.LogGrown;
import org.silofri.node.log.LogService;
import org.silofri.ontology.SF;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** F11: only the pinned coordinator's log tells who is a member. */
class AdmissionTest {

    private static final CityId OSLO = new CityId("oslo");
    private static final BaseIri OSLO_BASE = new BaseIri("http://localhost:8090");

    @TempDir private Path folder;
    private @Nullable Coordinator opened;

    @BeforeEach
    void open() {
        opened = Coordinator.open(folder);
    }

    @AfterEach
    void close() {
        coordinator().logs().close();
    }

    @Test
    void theCoordinatorIsTheFirstMember() {
        coordinator().admission().found();

        assertThat(coordinator().members().all())
                .extracting(Member::city)
                .containsExactly(new CityId("coordinator"));
        assertThat(coordinator().head()).isEqualTo(new Position(1, 1));
    }

    @Test
    void anAdmittedCityIsKnownWithItsKeyAndPlace() {
        SigningKey key = SigningKey.generate();

        AdmissionResult result = admit(OSLO, OSLO_BASE, key, null);

        assertThat(result).isInstanceOf(AdmissionResult.Admitted.class);
        Member member = coordinator().members().byCity(OSLO).orElseThrow();
        assertThat(member.base()).isEqualTo(OSLO_BASE);
        assertThat(member.name("nb")).isEqualTo("Oslo");
        assertThat(member.at()).contains(new Coordinates(59.9, 10.75));
        assertThat(coordinator().members().key(OSLO, key.kid(), new Position(1, 1)))
                .contains(key.publicKey());
    }

    @Test
    void askingAgainMakesNoSecondEntry() {
        SigningKey key = SigningKey.generate();
        admit(OSLO, OSLO_BASE, key, null);
        Position before = coordinator().head();

        AdmissionResult again = admit(OSLO, OSLO_BASE, key, null);

        assertThat(((AdmissionResult.Admitted) again).created()).isFalse();
        assertThat(coordinator().head()).isEqualTo(before);
    }

    @Test
    void aTakenNameIsRefused() {
        admit(OSLO, OSLO_BASE, SigningKey.generate(), null);

        assertThat(admit(OSLO, OSLO_BASE, SigningKey.generate(), null))
                .isInstanceOf(AdmissionResult.Refused.class);
    }

    @Test
    void aBaseUnderAnotherMembersIsRefused() {
        admit(OSLO, OSLO_BASE, SigningKey.generate(), null);
        BaseIri inside = new BaseIri(OSLO_BASE + "/north");

        assertThat(admit(new CityId("north"), inside, SigningKey.generate(), null))
                .isInstanceOf(AdmissionResult.Refused.class);
        assertThat(admit(new CityId("same"), OSLO_BASE, SigningKey.generate(), null))
                .isInstanceOf(AdmissionResult.Refused.class);
    }

    /** Who has it could sign for a city that is hosted there later (F18). */
    @Test
    void aBaseInTheHostsSpaceIsRefused() {
        BaseIri place = new BaseIri("http://localhost:8080").hosted(new CityId("bergen"));

        assertThat(admit(OSLO, place, SigningKey.generate(), null))
                .isInstanceOf(AdmissionResult.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://idrett.example",
                "https://id.example",
                "https://id",
                "https://x.example/idea",
                "https://x.example/my-id/north",
                "https://x.example/ID",
                "https://x.example/id.oslo",
                "https://oslo.example:8443/city"
            })
    void aBaseThatOnlyLooksLikeOneOfAnEntryIsFine(String base) {
        assertThat(admit(OSLO, new BaseIri(base), SigningKey.generate(), null))
                .isInstanceOf(AdmissionResult.Admitted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://x.example/id",
                "https://x.example/id/oslo",
                "https://x.example/city/id",
                "https://x.example/id/problem"
            })
    void aBaseWhoseEntriesCouldBeReadInTwoWaysIsRefused(String base) {
        assertThat(admit(OSLO, new BaseIri(base), SigningKey.generate(), null))
                .isInstanceOfSatisfying(
                        AdmissionResult.Refused.class,
                        refused -> assertThat(refused.reason()).contains(base));
    }

    @Test
    void aHostedCityLiesUnderItsHost() {
        BaseIri host = new BaseIri("http://localhost:8080");
        CityId bergen = new CityId("bergen");

        assertThat(admit(bergen, OSLO_BASE, SigningKey.generate(), host))
                .isInstanceOf(AdmissionResult.Refused.class);
        assertThat(admit(bergen, host.hosted(bergen), SigningKey.generate(), host))
                .isInstanceOf(AdmissionResult.Admitted.class);
        assertThat(coordinator().members().byCity(bergen).flatMap(Member::hostedBy)).contains(host);
    }

    @Test
    void aDamagedRequestIsRefused() {
        assertThat(coordinator().admission().admit("nonsense"))
                .isInstanceOf(AdmissionResult.Refused.class);
    }

    @Test
    void membersAreTheSameAfterARestart() {
        SigningKey key = SigningKey.generate();
        admit(OSLO, OSLO_BASE, key, null);
        Optional<Member> before = coordinator().members().byCity(OSLO);
        coordinator().logs().close();

        opened = Coordinator.open(folder);

        assertThat(coordinator().members().byCity(OSLO)).isEqualTo(before).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/hostname",
                "jar:http://localhost/a!/b",
                "//oslo.example",
                "oslo.example",
                "http:///feed",
                "http://user:word@oslo.example",
                "http://oslo.example/?a=b",
                "http://oslo.example/#a"
            })
    void aFeedThatIsNoPlainWebAddressIsRefused(String feed) {
        URI address = URI.create(feed);

        assertThat(admit(OSLO, OSLO_BASE, SigningKey.generate(), null, address))
                .isInstanceOfSatisfying(
                        AdmissionResult.Refused.class,
                        refused -> assertThat(refused.reason()).contains(feed));
    }

    @Test
    void aMemberWhoseFeedIsNoPlainWebAddressIsKnownWithoutIt() {
        URI address = URI.create("https://oslo.example");
        admit(OSLO, OSLO_BASE, SigningKey.generate(), null, address);
        Member member = coordinator().members().byCity(OSLO).orElseThrow();
        BaseIri steering = new BaseIri("http://localhost:8080");
        EntryIri entry = MemberRdf.entry(steering, OSLO);
        Graph graph = MemberRdf.write(member, steering);
        assertThat(MemberRdf.read(entry, graph)).contains(member);
        Model model = ModelFactory.createModelForGraph(graph);
        Resource resource = model.getResource(entry.value());
        resource.removeAll(SF.feed).addProperty(SF.feed, model.getResource("file:///etc/hostname"));

        Member read = MemberRdf.read(entry, graph).orElseThrow();

        assertThat(member.feed()).contains(address);
        assertThat(read.feed()).isEmpty();
        assertThat(read.keys()).isEqualTo(member.keys());
    }

    private AdmissionResult admit(
            CityId city, BaseIri base, SigningKey key, @Nullable BaseIri host) {
        return admit(city, base, key, host, null);
    }

    private AdmissionResult admit(
            CityId city, BaseIri base, SigningKey key, @Nullable BaseIri host, @Nullable URI feed) {
        CityProfile profile =
                new CityProfile(Map.of("nb", "Oslo"), "NO", "nb", 59.9, 10.75, feed, null);
        return coordinator()
                .admission()
                .admit(new JoinRequest(city, base, key.publicKey(), host, profile).sign(key));
    }

    private Coordinator coordinator() {
        return Objects.requireNonNull(opened);
    }

    private record Coordinator(LogService logs, Members members, Admission admission) {

        static Coordinator open(Path folder) {
            NodeSettings settings =
                    new NodeSettings(
                            "coordinator",
                            folder.resolve("data"),
                            URI.create("http://localhost:8080"),
                            folder.resolve("state"));
            if (!folder.resolve("data").toFile().exists()) {
                NodeSetup.initCoordinator(
                        settings,
                        CityProfile.named("Network", "en", "NO"),
                        URI.create("amqp://localhost:5672"));
            }
            NodeIdentity identity = NodeIdentity.load(settings);
            Members[] listening = new Members[1];
            LogService logs =
                    LogService.open(
                            identity,
                            event -> {
                                if (listening[0] != null) {
                                    listening[0].onGrowth(new LogGrown());
                                }
                            });
            logs.fence().open();
            Members members = new Members(identity, logs);
            listening[0] = members;
            Admission admission =
                    new Admission(
                            identity,
                            logs,
                            members,
                            new StaticListableBeanFactory().getBeanProvider(BusAccess.class));
            return new Coordinator(logs, members, admission);
        }

        Position head() {
            return logs.log().head(new CityId("coordinator")).orElseThrow().position();
        }
    }
}
