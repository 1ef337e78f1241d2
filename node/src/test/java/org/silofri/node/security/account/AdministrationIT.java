package org.silofri.node.security.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.Person;
import org.silofri.node.TestNetwork;
import org.silofri.node.TestNode;
import org.silofri.node.security.Caller;
import org.silofri.node.security.Grant;
import org.silofri.node.security.Role;
import org.silofri.node.security.account.AccountResult.Done;
import org.silofri.node.security.account.AccountResult.Objection;
import org.silofri.node.security.account.AccountResult.Refused;

/** What administrators may do, on a node that hosts cities beside its own. */
class AdministrationIT {

    private static final CityId BERGEN = new CityId("bergen");
    private static final CityId ODENSE = new CityId("odense");

    @TempDir private static Path folder;
    private static TestNetwork network;
    private static TestNode node;
    private static Accounts accounts;
    private static int made;

    @BeforeAll
    static void aCoordinatorThatHostsTwoCities() {
        network = TestNetwork.start(folder);
        node = network.coordinator();
        network.host(node, BERGEN.value());
        network.host(node, ODENSE.value());
        accounts = node.bean(Accounts.class);
        account(Role.ADMIN, BERGEN);
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    private static Caller operator() {
        return Person.operator(node.city());
    }

    private static Account account(Grant... grants) {
        String name = "account" + made++;
        Person.account(node, name, Set.of(grants));
        return accounts.byName(name).orElseThrow();
    }

    private static Account account(Role role, CityId city) {
        return account(new Grant(role, city));
    }

    private static Caller administrator(CityId... cities) {
        Set<Grant> grants = new HashSet<>();
        for (CityId city : cities) {
            grants.add(new Grant(Role.ADMIN, city));
        }
        return account(grants.toArray(Grant[]::new)).caller();
    }

    private static AccountResult add(Caller by, Grant... grants) {
        return accounts.add(
                by,
                new NewAccount("account" + made++, "", null, null, Set.of(grants)),
                Person.PASSWORD);
    }

    private static void assertRefused(AccountResult result, Objection objection) {
        assertThat(result).isEqualTo(new Refused(objection));
    }

    @Test
    void addsAccountsForTheOwnCityOnly() {
        Caller bergen = administrator(BERGEN);

        assertThat(add(bergen, new Grant(Role.PUBLISHER, BERGEN))).isInstanceOf(Done.class);
        assertRefused(add(bergen, new Grant(Role.READER, ODENSE)), Objection.NOT_YOURS);
        assertRefused(
                add(bergen, new Grant(Role.EDITOR, BERGEN), new Grant(Role.EDITOR, node.city())),
                Objection.NOT_YOURS);
    }

    @Test
    void whoIsNoAdministratorAddsNobody() {
        Caller publisher = account(Role.PUBLISHER, BERGEN).caller();

        assertRefused(add(publisher, new Grant(Role.READER, BERGEN)), Objection.NOT_YOURS);
    }

    @ParameterizedTest
    @CsvSource({
        "COORDINATOR, bergen",
        "PUBLISHER, stockholm",
        "OPERATOR, coordinator",
        "OPERATOR, bergen"
    })
    void nobodyGivesARoleThatThisNodeDoesNotHave(Role role, String city) {
        assertRefused(
                add(operator(), new Grant(role, new CityId(city))), Objection.GRANT_ELSEWHERE);
    }

    @Test
    void theCoordinatorsRoleIsForItsOwnCityId() {
        Caller admin = administrator(node.city());

        AccountResult result = add(admin, new Grant(Role.COORDINATOR, node.city()));

        assertThat(result).isInstanceOf(Done.class);
        Caller made = ((Done) result).account().caller();
        assertThat(made.coordinates(node.city())).isTrue();
        assertThat(made.mayPublish(node.city())).isTrue();
        assertThat(made.mayPublish(BERGEN)).isFalse();
    }

    @Test
    void seesAccountsOfTheOwnCityOnly() {
        Account odense = account(Role.EDITOR, ODENSE);
        Account both = account(new Grant(Role.EDITOR, ODENSE), new Grant(Role.EDITOR, BERGEN));

        assertThat(accounts.seenBy(administrator(BERGEN))).contains(both).doesNotContain(odense);
    }

    /** Whoever could set the password of somebody with a role elsewhere would have that role. */
    @Test
    void takesOverNobodyWithARoleInAnotherCity() {
        Account both = account(new Grant(Role.PUBLISHER, ODENSE), new Grant(Role.EDITOR, BERGEN));
        Caller bergen = administrator(BERGEN);

        assertRefused(accounts.reset(bergen, both.name(), null), Objection.NOT_YOURS);
        assertRefused(accounts.disable(bergen, both.name()), Objection.NOT_YOURS);
        assertThat(accounts.reset(administrator(BERGEN, ODENSE), both.name(), null))
                .isInstanceOf(Done.class);
    }

    @Test
    void changesTheRolesOfTheOwnCityAndLeavesTheOthers() {
        Account both = account(new Grant(Role.PUBLISHER, ODENSE), new Grant(Role.EDITOR, BERGEN));

        accounts.grant(administrator(BERGEN), both.name(), Set.of(new Grant(Role.READER, BERGEN)));

        assertThat(accounts.byName(both.name()).orElseThrow().grants())
                .containsExactly(new Grant(Role.READER, BERGEN), new Grant(Role.PUBLISHER, ODENSE));
    }

    @Test
    void takesNoRoleOfAnotherCityByNamingIt() {
        Account both = account(new Grant(Role.PUBLISHER, ODENSE), new Grant(Role.EDITOR, BERGEN));

        assertRefused(
                accounts.grant(
                        administrator(BERGEN), both.name(), Set.of(new Grant(Role.ADMIN, ODENSE))),
                Objection.NOT_YOURS);
    }

    @Test
    void leavesACityItsLastAdministrator() {
        CityId city = node.city();
        accounts.seenBy(operator()).stream()
                .filter(account -> account.administers(city))
                .forEach(account -> accounts.disable(operator(), account.name()));
        Account last =
                accounts.seenBy(operator()).stream()
                        .filter(account -> account.administers(city) && !account.disabled())
                        .findFirst()
                        .orElseGet(() -> account(Role.ADMIN, city));

        assertRefused(accounts.disable(last.caller(), last.name()), Objection.LAST_ADMINISTRATOR);
        assertRefused(
                accounts.grant(last.caller(), last.name(), Set.of(new Grant(Role.EDITOR, city))),
                Objection.LAST_ADMINISTRATOR);
        account(Role.ADMIN, city);
        assertThat(accounts.disable(last.caller(), last.name())).isInstanceOf(Done.class);
    }

    @Test
    void takesOneSignInNameOnce() {
        Account first = account(Role.READER, BERGEN);
        var again =
                new NewAccount(
                        first.name().toUpperCase(Locale.ROOT),
                        "",
                        null,
                        null,
                        Set.of(new Grant(Role.READER, BERGEN)));

        assertRefused(accounts.add(operator(), again, Person.PASSWORD), Objection.NAME_TAKEN);
    }

    /** A city that is hosted has people of its own on its host's node. */
    @Test
    void aHostedCitysPublisherWritesForItsCityAlone() {
        Account publisher = account(Role.PUBLISHER, BERGEN);
        try (Person person = Person.at(node)) {
            person.signIn(publisher.name(), Person.PASSWORD);

            assertThat(write(person, "?city=bergen")).isEqualTo(415);
            assertThat(write(person, "")).isEqualTo(415);
            assertThat(write(person, "?city=odense")).isEqualTo(403);
            assertThat(write(person, "?city=coordinator")).isEqualTo(403);
        }
    }

    private static int write(Person person, String query) {
        return person.send(
                        HttpRequest.newBuilder(node.url("/api/entries" + query))
                                .header("X-CSRF-TOKEN", person.formToken())
                                .POST(BodyPublishers.ofString("x")))
                .statusCode();
    }
}
