package org.silofri.node.web.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.node.Person;
import org.silofri.node.TestNetwork;
import org.silofri.node.TestNode;
import org.silofri.node.security.Grant;
import org.silofri.node.security.Role;
import org.silofri.node.web.Chromium;
import org.silofri.node.web.Chromium.Visit;
import org.silofri.node.web.listing.EntryLinks;

/** Every page for writing, wide and narrow, in two languages: as a picture and by axe. */
class WritingPagesIT {

    @TempDir private static Path folder;
    private static TestNetwork network;
    private static TestNode node;
    private static Chromium chromium;
    private static EntryIri own;
    private static EntryIri other;

    @BeforeAll
    static void twoNodesAndABrowser() {
        network = TestNetwork.start(folder, "copenhagen");
        node = network.node("copenhagen");
        Person.account(node, "city-office", Set.of(new Grant(Role.PUBLISHER, node.city())));
        own = Entries.of(node).problem("Cykler på fortovet");
        Entries.of(node).solution("Delecykler ved stationen", "da", "mobility");
        other =
                Entries.of(network.coordinator())
                        .solution("Shared cargo bikes at mobility hubs", "en", "mobility");
        await().untilAsserted(() ->
                assertThat(node.log().heads()).isEqualTo(network.coordinator().log().heads()));
        assertThat(node.projections().awaitVisible(Duration.ofSeconds(20))).isTrue();
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        network.close();
    }

    static Stream<Arguments> pages() {
        String mine = EntryLinks.encoded(own.value());
        String theirs = EntryLinks.encoded(other.value());
        return Stream.of(
                        new String[] {"desk", "/write"},
                        new String[] {"problem", "/write/new/problem?title.da=cykler&languages=da"},
                        new String[] {"result", "/write/new/result"},
                        new String[] {"scaling-event", "/write/new/scaling-event"},
                        new String[] {"target", "/write/new/target"},
                        new String[] {"edit", "/write/edit?iri=" + mine},
                        new String[] {"adopt", "/write/adopt?iri=" + theirs},
                        new String[] {"withdraw", "/write/withdraw?iri=" + mine},
                        new String[] {"own-entry", "/entry?iri=" + mine},
                        new String[] {"their-entry", "/entry?iri=" + theirs})
                .flatMap(page ->
                        Stream.of(
                                Arguments.of(page[0], "da", 360, page[1]),
                                Arguments.of(page[0], "en", 1280, page[1])));
    }

    private static Visit signedIn(int width, String language) {
        Visit visit = chromium.visit(width, language, node.url("/signin"));
        visit.page().setDefaultTimeout(12_000);
        visit.page().locator("#name").fill("city-office");
        visit.page().locator("#password").fill(Person.PASSWORD);
        visit.page().locator("main form button").click();
        return visit;
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("pages")
    void isAccessible(String name, String language, int width, String path) {
        try (Visit visit = signedIn(width, language)) {
            visit.page().navigate(node.url(path).toString());
            look(visit, "writing-" + name + "-" + language + "-" + width);
        }
    }

    @ParameterizedTest(name = "refused {0} {1}")
    @MethodSource("looks")
    void isAccessibleWhenItRefuses(String language, int width) {
        try (Visit visit = signedIn(width, language)) {
            visit.page().navigate(node.url("/write/new/pilot").toString());
            visit.page().locator("button[value=publish]").click();
            look(visit, "writing-refused-" + language + "-" + width);
        }
    }

    static Stream<Arguments> looks() {
        return Stream.of(Arguments.of("da", 360), Arguments.of("en", 1280));
    }

    private static void look(Visit visit, String name) {
        visit.keep(name);
        Page page = visit.page();
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        assertThat(visit.overflow()).as("wider than the window").isZero();
        assertThat(visit.hosts()).containsExactly("localhost");
    }
}
