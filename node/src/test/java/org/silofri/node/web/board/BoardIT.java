package org.silofri.node.web.board;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.node.LeadRound;
import org.silofri.node.Person;
import org.silofri.node.TestNode;
import org.silofri.node.cli.demo.DemoLeads;
import org.silofri.node.cli.operator.NodeClient;
import org.silofri.node.identity.CityProfile;
import org.silofri.node.identity.NodeSetup;
import org.silofri.node.security.Grant;
import org.silofri.node.security.Role;
import org.silofri.node.web.Chromium;

/**
 * A whole round of lead cities in a real browser: the coordinator groups, the cities confirm or
 * differ, one declines with a reason (story 11), one accepts and leads, and hands over on a day
 * (story 12). Each step on the node of whoever takes it; the others see it on theirs.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BoardIT {

    private static final Path LEADS = Path.of("../compose/demo/leads.csv");
    private static final Optional<CityId> COPENHAGEN = Optional.of(new CityId("copenhagen"));
    private static final Optional<CityId> STAVANGER = Optional.of(new CityId("stavanger"));

    @TempDir private static Path folder;
    private static LeadRound round;
    private static Chromium chromium;
    private static String coordinators;
    private static String copenhagens;
    private static String stavangers;

    @BeforeAll
    static void aNetworkWithItsHistory() {
        round = new LeadRound(folder);
        hostTheOthers();
        try (NodeClient client = NodeClient.of(round.coordinator.data())) {
            DemoLeads.send(client, LEADS);
        }
        round.awaitEqual();
        coordinators =
                LeadRound.token(round.coordinator, Role.COORDINATOR, round.coordinator.city());
        copenhagens = LeadRound.token(round.copenhagen, Role.PUBLISHER, round.copenhagen.city());
        stavangers = LeadRound.token(round.stavanger, Role.PUBLISHER, round.stavanger.city());
        chromium = Chromium.start();
    }

    private static void hostTheOthers() {
        var others = new TreeSet<String>();
        for (var effort : DemoLeads.read(LEADS)) {
            others.add(effort.lead());
            others.addAll(effort.followers());
        }
        others.removeAll(java.util.List.of("copenhagen", "stavanger"));
        for (String city : others) {
            String name =
                    city.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + city.substring(1);
            round.network().host(round.coordinator, city, CityProfile.named(name, "en", "NO"));
        }
    }

    @AfterAll
    static void stop() {
        chromium.close();
        round.close();
    }

    /** By signing in, as a coordinator does; the later steps use tokens. */
    @Test
    @Order(1)
    void theCoordinatorSignsInAndGroupsProblems() {
        Person.account(
                round.coordinator,
                "solveig",
                Set.of(new Grant(Role.COORDINATOR, round.coordinator.city())));
        try (var visit = chromium.wide("da", round.coordinator.url("/signin"))) {
            Page page = visit.page();
            page.locator("#name").fill("solveig");
            page.locator("#password").fill(Person.PASSWORD);
            page.locator("main form button").click();
            page.navigate(round.coordinator.url("/board").toString());
            page.getByText("Saml problemer").click();
            assertThat(violations(page)).isEmpty();
            page.locator("input[name=problem]").all().forEach(Locator::check);
            page.locator("#title").fill("Cykler på fortovet");
            page.locator("#description").fill("Delecykler stilles, hvor folk skal gå.");
            page.locator("select#theme").selectOption("mobility");
            visit.keep("board-group-da-1280");
            page.locator("form[action$='/lead/group'] button").click();

            assertThat(visit.text("h1")).isEqualTo("Cykler på fortovet");
            assertThat(page.locator(".own-problems > li").count()).isEqualTo(2);
        }
        round.awaitEqual();
    }

    @Test
    @Order(2)
    void eachCityConfirmsOrSaysWhyItDiffersByItsOwnKey() {
        try (var visit = as(copenhagens, round.copenhagen, path())) {
            assertThat(visit.page().locator("form[action$='/lead/likeness']").count())
                    .as("forms for Copenhagen only")
                    .isEqualTo(2);
            visit.page().getByText("København: det er det samme problem").click();

            assertThat(visit.text(".own-problems .mark-confirmed")).isEqualTo("samme problem");
        }
        try (var visit = as(stavangers, round.stavanger, path())) {
            visit.page().getByText("Stavanger: vores adskiller sig").click();
            visit.page().locator("textarea[name=reason]").first().fill("Her er det sparkesykler.");
            visit.page().getByText("Underskriv og udgiv", exactly()).click();

            assertThat(visit.text(".own-problems .mark-differs")).isEqualTo("adskiller sig");
        }
        round.awaitEqual();
        try (var visit = chromium.wide("da", round.coordinator.url(path()))) {
            assertThat(visit.text(".own-problems blockquote"))
                    .startsWith("Her er det sparkesykler.");
            assertThat(visit.page().locator(".own-problems .mark-confirmed").count()).isOne();
        }
    }

    @Test
    @Order(3)
    void theCoordinatorProposes() {
        propose("stavanger", "copenhagen", "Prøver markerede felter til delecykler.");
        round.awaitEqual();

        try (var visit = chromium.wide("da", round.copenhagen.url("/board"))) {
            assertThat(visit.page().locator(".waits > li").allTextContents())
                    .hasSize(2)
                    .anySatisfy(wait ->
                            assertThat(wait).contains("Stavanger", "svarer på rollen: Ledende by"))
                    .anySatisfy(wait ->
                            assertThat(wait).contains("København", "svarer på rollen: Følgeby"));
        }
    }

    /** Story 11: the state and the reason are kept, and nobody can forge an acceptance. */
    @Test
    @Order(4)
    void stavangerDeclinesWithAReason() {
        try (var visit = as(stavangers, round.stavanger, path())) {
            Page page = visit.page();
            assertThat(violations(page)).isEmpty();
            page.locator("input[value=decline]").check();
            page.getByText("Underskriv og udgiv svaret").click();
            assertThat(visit.text("[role=alert]")).contains("Begrundelsen mangler");

            page.locator("input[value=decline]").check();
            page.locator("textarea[name=reason]").first().fill("Kreftene er bundet til 2028.");
            visit.keep("board-answer-da-1280");
            page.getByText("Underskriv og udgiv svaret").click();

            assertThat(visit.text(".asked .mark-decline")).isEqualTo("Siger nej");
        }
        round.awaitEqual();
        try (var visit = as(coordinators, round.coordinator, path())) {
            assertThat(visit.text(".asked blockquote")).startsWith("Kreftene er bundet til 2028.");
            assertThat(visit.page().locator("form[action$='/lead/assign']").count()).isZero();
            assertThat(round.leadOn(problem(), "2027-06-01")).containsOnly(Optional.empty());
        }
    }

    @Test
    @Order(5)
    void copenhagenAcceptsAndIsAssigned() {
        propose("copenhagen", "", "Prøver markerede felter til delecykler.");
        round.awaitEqual();
        accept(copenhagens, round.copenhagen);
        try (var visit = as(coordinators, round.coordinator, path())) {
            visit.page().getByText("Tildel de roller, der er sagt ja til").first().click();

            assertThat(visit.text(".lead-roles .mark-lead")).isEqualTo("Ledende by");
        }
        round.awaitEqual();

        assertThat(round.leadOn(problem(), "2027-06-01")).containsOnly(COPENHAGEN);
        assertThat(round.leadOn(problem(), "2028-01-01")).containsOnly(Optional.empty());
    }

    /** Story 12: as of the day before and the day after differ; never two leads, never none. */
    @Test
    @Order(6)
    void copenhagenHandsOverOnADay() {
        propose("stavanger", "", "Fører prøvene videre.");
        round.awaitEqual();
        accept(stavangers, round.stavanger);
        try (var visit = as(coordinators, round.coordinator, path())) {
            visit.page().getByText("Tildel de roller, der er sagt ja til").first().click();
            assertThat(visit.text("[role=alert]"))
                    .contains("København leder på nogle af disse dage");

            visit.page().locator("input[name=on]").first().fill("2027-07-01");
            visit.page().getByText("Overdrag", exactly()).first().click();
            assertThat(visit.page().locator(".lead-roles tbody tr").count()).isEqualTo(2);
        }
        round.awaitEqual();

        assertThat(round.leadOn(problem(), "2027-06-30")).containsOnly(COPENHAGEN);
        assertThat(round.leadOn(problem(), "2027-07-01")).containsOnly(STAVANGER);
        assertThat(leadShownOn("2027-06-30")).isEqualTo("København");
        assertThat(leadShownOn("2027-07-01")).isEqualTo("Stavanger");
    }

    @Test
    @Order(7)
    void theCoordinatorEndsARoleWithAReason() {
        try (var visit = as(coordinators, round.coordinator, path())) {
            Locator last = visit.page().locator(".lead-roles tbody tr").last();
            last.getByText("Afslut denne rolle").click();
            last.locator("input[name=last]").fill("2027-09-30");
            last.locator("textarea[name=reason]").fill("Problemet er løst.");
            last.getByText("Afslut rollen").click();

            assertThat(visit.text(".lead-roles tbody tr:last-child"))
                    .contains("Problemet er løst.");
        }
        round.awaitEqual();
        assertThat(round.leadOn(problem(), "2027-09-30")).containsOnly(STAVANGER);
        assertThat(round.leadOn(problem(), "2027-10-01")).containsOnly(Optional.empty());
    }

    @ParameterizedTest
    @Order(8)
    @CsvSource({
        "2019-05-01, Mobility hubs, Bergen",
        "2022-01-01, Reduction in pollution, Torshavn",
        "2020-01-01, Smart bins, Reykjavik"
    })
    void tellsWhoLedAtThatTime(String day, String title, String lead) {
        try (var visit = chromium.wide("en", round.stavanger.url("/board?at=" + day))) {
            Locator row =
                    visit.page()
                            .locator("table.board tbody tr")
                            .filter(new Locator.FilterOptions().setHasText(title));

            assertThat(row.locator("td").first().textContent().strip()).isEqualTo(lead);
        }
    }

    @ParameterizedTest
    @Order(9)
    @CsvSource({
        "board, /board",
        "board-as-of, /board?at=2021-03-01",
        "board-problem, PROBLEM",
        "board-members, /members"
    })
    void isAccessibleInTwoLanguagesWideAndNarrow(String name, String path) {
        String address = path.equals("PROBLEM") ? path() : path;
        for (String language : java.util.List.of("da", "en")) {
            for (int width : java.util.List.of(1280, 360)) {
                try (var visit = as(coordinators, width, language, address)) {
                    visit.keep(name + "-" + language + "-" + width);

                    assertThat(violations(visit.page())).as(name + language + width).isEmpty();
                    assertThat(visit.overflow()).as(name + language + width).isZero();
                }
            }
        }
    }

    @Test
    @Order(10)
    void theFilesSayTheSameAsTheBoard() throws Exception {
        String csv = get("/board.csv");
        String ics = get("/board.ics");

        assertThat(csv.lines().findFirst())
                .contains("problem,title,themes,city,what,role,from,to,deadline,counts,evidence");
        assertThat(csv)
                .contains("Stavanger,assigned,lead,2027-07-01,2027-09-30,,yes,")
                .contains(
                        "Bergen,historical,lead,2018-01-01,2019-12-31,,yes,https://nscn.eu/node/142");
        assertThat(ics)
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("DTSTART;VALUE=DATE:20270701\r\n", "DTEND;VALUE=DATE:20271001\r\n")
                .endsWith("END:VCALENDAR\r\n");
        assertThat(ics.split("\r\n", -1))
                .allMatch(line ->
                        line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 75);
    }

    @ParameterizedTest
    @Order(11)
    @CsvSource({"6, Mobility hubs", "7, Her er det sparkesykler"})
    void sparqlSaysTheSame(int example, String content) {
        try (var visit = chromium.wide("en", round.stavanger.url("/query"))) {
            visit.page().locator(".examples a").nth(example).click();

            assertThat(visit.text("[aria-labelledby=answer] tbody")).contains(content);
        }
    }

    @Test
    @Order(12)
    void admitsACityOnTheMembersPage() {
        TestNode newcomer = round.network().prepare("oslo", CityProfile.named("Oslo", "nb", "NO"));
        String request = NodeSetup.storedRequest(newcomer.data());
        try (var visit = as(coordinators, round.coordinator, "/members")) {
            visit.page().locator("#request").fill("no.such.request");
            visit.page().locator("form[action$='/members'] button").click();
            assertThat(visit.text("[role=alert]")).contains("damaged");

            visit.page().locator("#request").fill(request);
            visit.page().locator("form[action$='/members'] button").click();

            assertThat(visit.text(".credential h2")).isEqualTo("Oslo er nu medlem");
            assertThat(visit.text("#bus-password")).isNotBlank();
            visit.keep("board-members-admitted-da-1280");
        }
        try (var visit = chromium.wide("da", round.coordinator.url("/members"))) {
            assertThat(visit.page().locator("form[action$='/members']").count()).isZero();
            assertThat(visit.text("table.members"))
                    .contains("Oslo", "Nøglen opbevares af koordinatoren");
        }
    }

    private static void propose(String lead, String follower, String mandate) {
        LocalDate deadline = LocalDate.now(ZoneOffset.UTC).plusDays(20);
        try (var visit = as(coordinators, round.coordinator, path())) {
            Page page = visit.page();
            page.getByText("Foreslå ledende by og følgebyer").click();
            page.locator("#lead").selectOption(lead);
            if (!follower.isEmpty()) {
                page.locator("input[name=follower][value=" + follower + "]").check();
            }
            page.locator("#mandate").fill(mandate);
            page.locator("#start").fill("2027-01-01");
            page.locator("#end").fill("2027-12-31");
            page.locator("#deadline").fill(deadline.toString());
            page.getByText("Udgiv forslaget").click();
            assertThat(visit.text(".proposal .mandate")).startsWith(mandate);
        }
    }

    private static void accept(String token, TestNode node) {
        try (var visit = as(token, node, path())) {
            visit.page().locator("input[value=accept]").first().check();
            visit.page().getByText("Underskriv og udgiv svaret").first().click();
            assertThat(visit.text(".proposal h3")).contains("Den ledende by siger ja");
        }
        round.awaitEqual();
    }

    private static String leadShownOn(String day) {
        try (var visit = chromium.wide("da", round.copenhagen.url(path() + "?at=" + day))) {
            assertThat(visit.page().locator(".holders .mark-lead").count()).isOne();
            return visit.text(".holders strong");
        }
    }

    private static EntryIri problem() {
        return LeadRound.leads(round.coordinator).problems().entrySet().stream()
                .filter(entry -> !entry.getValue().historical())
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static String path() {
        return BoardViews.href(problem());
    }

    private static Chromium.Visit as(String token, TestNode node, String path) {
        return chromium.holding(token, 1280, "da", node.url(path));
    }

    private static Chromium.Visit as(String token, int width, String language, String path) {
        return chromium.holding(token, width, language, round.coordinator.url(path));
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static java.util.List<String> violations(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                        .toList();
    }

    private static String get(String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(round.copenhagen.url(path))
                            .header("Accept-Language", "en")
                            .build();
            return http.send(request, ofString()).body();
        }
    }
}
