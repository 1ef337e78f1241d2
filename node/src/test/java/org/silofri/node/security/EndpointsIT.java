package org.silofri.node.security;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.silofri.node.Person;
import org.silofri.node.TestNetwork;
import org.silofri.node.TestNode;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.support.WebApplicationContextUtils;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * Deny by default: every endpoint that is mapped is listed here with who may call it, and is tried
 * by nobody, by tokens and by sessions of each role. One that is added must be listed, or this
 * fails.
 */
class EndpointsIT {

    /** Who calls, and by what it is proved. */
    record Who(@Nullable Role role, boolean session) {

        static final Who NOBODY = new Who(null, false);

        static List<Who> all() {
            List<Who> all = new ArrayList<>(List.of(NOBODY));
            for (Role role : Role.values()) {
                // an administrator has no tokens, an operator no account
                if (role != Role.ADMIN) {
                    all.add(new Who(role, false));
                }
                if (role != Role.OPERATOR) {
                    all.add(new Who(role, true));
                }
            }
            return all;
        }

        @Override
        public String toString() {
            return role == null ? "nobody" : role + (session ? " by session" : " by token");
        }
    }

    /** Who may call. */
    private enum Access {
        ANYBODY,
        /** Whoever writes or manages, by token or session. */
        EDITOR,
        /** Whoever publishes, by token or session. */
        PUBLISHER,
        COORDINATOR,
        /** Whoever has signed in. */
        ACCOUNT,
        ADMIN,
        /** Whoever has signed in and may write drafts. */
        WRITER,
        OPERATOR;

        boolean allows(Who who) {
            return switch (this) {
                case ANYBODY -> true;
                case EDITOR ->
                        who.role() != null
                                && who.role() != Role.READER
                                && who.role() != Role.OPERATOR;
                case PUBLISHER -> who.role() == Role.PUBLISHER || who.role() == Role.COORDINATOR;
                case COORDINATOR -> who.role() == Role.COORDINATOR;
                case ACCOUNT -> who.session();
                case ADMIN -> who.session() && who.role() == Role.ADMIN;
                case WRITER ->
                        who.session()
                                && (who.role() == Role.EDITOR
                                        || who.role() == Role.PUBLISHER
                                        || who.role() == Role.COORDINATOR
                                        || who.role() == Role.ADMIN);
                case OPERATOR -> who.role() == Role.OPERATOR;
            };
        }
    }

    private static final Map<String, Access> LISTED =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("GET /", Access.ANYBODY),
                            Map.entry("GET /search", Access.ANYBODY),
                            Map.entry("GET /network", Access.ANYBODY),
                            Map.entry("GET /query", Access.ANYBODY),
                            Map.entry("GET /entry", Access.ANYBODY),
                            Map.entry("GET /id/{kind}/{key}", Access.ANYBODY),
                            Map.entry("GET /c/{city}/id/{kind}/{key}", Access.ANYBODY),
                            Map.entry("GET /doc/{kind}/{key}", Access.ANYBODY),
                            Map.entry("GET /c/{city}/doc/{kind}/{key}", Access.ANYBODY),
                            Map.entry("GET /doc/{kind}/{key}.{ending}", Access.ANYBODY),
                            Map.entry("GET /c/{city}/doc/{kind}/{key}.{ending}", Access.ANYBODY),
                            Map.entry("GET /api/search", Access.ANYBODY),
                            Map.entry("GET /api/similar", Access.ANYBODY),
                            Map.entry("GET /api/network", Access.ANYBODY),
                            Map.entry("GET /feed", Access.ANYBODY),
                            Map.entry("GET /feed/{city}", Access.ANYBODY),
                            Map.entry("GET /feed/{city}/{epoch}/{number}", Access.ANYBODY),
                            Map.entry("GET /sparql", Access.ANYBODY),
                            Map.entry("GET /v3/api-docs", Access.ANYBODY),
                            Map.entry("GET /v3/api-docs.yaml", Access.ANYBODY),
                            // a query may be long; it changes nothing
                            Map.entry("POST /sparql", Access.ANYBODY),
                            // what is pushed proves itself by its signatures (F6)
                            Map.entry("POST /feed", Access.ANYBODY),
                            Map.entry("POST /feed/{city}", Access.ANYBODY),
                            Map.entry("POST /api/entries", Access.PUBLISHER),
                            Map.entry("PUT /api/entries", Access.PUBLISHER),
                            Map.entry("DELETE /api/entries", Access.PUBLISHER),
                            // public pages and feeds
                            Map.entry("GET /cities", Access.ANYBODY),
                            Map.entry("GET /cities/{city}", Access.ANYBODY),
                            Map.entry("GET /themes", Access.ANYBODY),
                            Map.entry("GET /themes/{theme}", Access.ANYBODY),
                            Map.entry("GET /companies", Access.ANYBODY),
                            Map.entry("GET /accessibility", Access.ANYBODY),
                            Map.entry("GET /css/accent.css", Access.ANYBODY),
                            Map.entry("GET /feeds/search.{form}", Access.ANYBODY),
                            Map.entry("GET /feeds/cities/{city}.{form}", Access.ANYBODY),
                            Map.entry("GET /feeds/themes/{theme}.{form}", Access.ANYBODY),
                            Map.entry("GET /feeds/entry.{form}", Access.ANYBODY),
                            Map.entry("GET /doc/{kind}/{key}.pdf", Access.ANYBODY),
                            Map.entry("GET /c/{city}/doc/{kind}/{key}.pdf", Access.ANYBODY),
                            // end of public pages
                            // lead cities
                            Map.entry("GET /board", Access.ANYBODY),
                            Map.entry("GET /board/{key}", Access.ANYBODY),
                            Map.entry("GET /board.csv", Access.ANYBODY),
                            Map.entry("GET /board.ics", Access.ANYBODY),
                            Map.entry("GET /members", Access.ANYBODY),
                            Map.entry("POST /members", Access.COORDINATOR),
                            Map.entry("GET /lead/new", Access.COORDINATOR),
                            Map.entry("POST /lead/group", Access.COORDINATOR),
                            Map.entry("POST /lead/propose", Access.COORDINATOR),
                            Map.entry("POST /lead/assign", Access.COORDINATOR),
                            Map.entry("POST /lead/end", Access.COORDINATOR),
                            Map.entry("POST /lead/answer", Access.PUBLISHER),
                            Map.entry("POST /lead/likeness", Access.PUBLISHER),
                            Map.entry("POST /operator/leads", Access.OPERATOR),
                            // the import page; what is whose it decides itself
                            Map.entry("GET /import", Access.ANYBODY),
                            Map.entry("GET /import/template.xlsx", Access.ANYBODY),
                            Map.entry("POST /import", Access.EDITOR),
                            Map.entry("GET /import/{id}", Access.EDITOR),
                            Map.entry("GET /import/{id}/progress", Access.EDITOR),
                            Map.entry("POST /import/{id}/publish", Access.EDITOR),
                            Map.entry("POST /import/{id}/stop", Access.EDITOR),
                            Map.entry("POST /import/{id}/discard", Access.EDITOR),
                            // accounts
                            Map.entry("GET /signin", Access.ANYBODY),
                            Map.entry("POST /signin", Access.ANYBODY),
                            Map.entry("POST /signout", Access.ANYBODY),
                            Map.entry("GET /account", Access.ACCOUNT),
                            Map.entry("POST /account", Access.ACCOUNT),
                            Map.entry("POST /account/sessions", Access.ACCOUNT),
                            Map.entry("GET /account/password", Access.ACCOUNT),
                            Map.entry("POST /account/password", Access.ACCOUNT),
                            Map.entry("GET /account/tokens", Access.ACCOUNT),
                            Map.entry("POST /account/tokens", Access.ACCOUNT),
                            Map.entry("POST /account/tokens/revoke", Access.ACCOUNT),
                            Map.entry("GET /admin/accounts", Access.ADMIN),
                            Map.entry("POST /admin/accounts", Access.ADMIN),
                            Map.entry("GET /admin/accounts/{name}", Access.ADMIN),
                            Map.entry("POST /admin/accounts/{name}/roles", Access.ADMIN),
                            Map.entry("POST /admin/accounts/{name}/reset", Access.ADMIN),
                            Map.entry("POST /admin/accounts/{name}/disable", Access.ADMIN),
                            Map.entry("POST /admin/accounts/{name}/enable", Access.ADMIN),
                            Map.entry("GET /admin/audit", Access.ADMIN),
                            Map.entry("GET /operator/users", Access.OPERATOR),
                            Map.entry("POST /operator/users", Access.OPERATOR),
                            Map.entry("POST /operator/users/{name}/reset", Access.OPERATOR),
                            Map.entry("POST /operator/users/{name}/disable", Access.OPERATOR),
                            Map.entry("POST /operator/users/{name}/enable", Access.OPERATOR),
                            // end of accounts
                            // writing
                            Map.entry("GET /write", Access.WRITER),
                            Map.entry("GET /write/new/{kind}", Access.WRITER),
                            Map.entry("GET /write/edit", Access.WRITER),
                            Map.entry("GET /write/same", Access.WRITER),
                            Map.entry("GET /write/adopt", Access.WRITER),
                            Map.entry("GET /write/similar", Access.WRITER),
                            Map.entry("GET /write/draft/{id}", Access.WRITER),
                            Map.entry("POST /write/draft/{id}", Access.WRITER),
                            Map.entry("POST /write/draft/{id}/kept", Access.WRITER),
                            Map.entry("POST /write/draft/{id}/settled", Access.WRITER),
                            Map.entry("GET /write/withdraw", Access.WRITER),
                            Map.entry("POST /write/withdraw", Access.WRITER),
                            // end of writing
                            // follow
                            Map.entry("GET /account/follows", Access.ACCOUNT),
                            Map.entry("POST /account/follows", Access.ACCOUNT),
                            Map.entry("POST /account/follows/remove", Access.ACCOUNT),
                            Map.entry("POST /account/follows/digest", Access.ACCOUNT),
                            Map.entry("POST /account/follows/again", Access.ACCOUNT),
                            Map.entry("GET /unsubscribe", Access.ANYBODY),
                            // the signed link proves itself (RFC 8058)
                            Map.entry("POST /unsubscribe", Access.ANYBODY),
                            // end of follow
                            Map.entry("GET /operator/status", Access.OPERATOR),
                            Map.entry("GET /operator/tokens", Access.OPERATOR),
                            Map.entry("POST /operator/tokens", Access.OPERATOR),
                            Map.entry("DELETE /operator/tokens/{id}", Access.OPERATOR),
                            Map.entry("POST /operator/members", Access.OPERATOR),
                            Map.entry("POST /operator/hosted", Access.OPERATOR),
                            Map.entry("POST /operator/rebuild", Access.OPERATOR),
                            Map.entry("POST /operator/import", Access.OPERATOR),
                            Map.entry("POST /operator/harvest", Access.OPERATOR)));

    /** Where the servlet container sends what failed; every method, and it only tells. */
    private static final String ERROR = "/error";

    /** Changes that look at no session, and so need no token of a form. */
    private static final Set<String> WITHOUT_SESSION =
            Set.of("POST /sparql", "POST /feed", "POST /feed/{city}", "POST /unsubscribe");

    /** A wrong password is no wrong role: {@code SignInIT}. */
    private static final String SIGN_IN = "POST /signin";

    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

    @TempDir private static Path folder;
    private static TestNetwork network;
    private static HttpClient http;
    private static final Map<Role, String> TOKENS = new EnumMap<>(Role.class);
    private static final Map<Role, Person> PEOPLE = new EnumMap<>(Role.class);

    @BeforeAll
    static void aNode() {
        network = TestNetwork.start(folder);
        http = HttpClient.newHttpClient();
        TestNode node = network.coordinator();
        for (Role role : Role.values()) {
            if (role == Role.OPERATOR) {
                TOKENS.put(role, node.bean(OperatorToken.class).text());
                continue;
            }
            PEOPLE.put(role, Person.with(node, role));
            if (role != Role.ADMIN) {
                TOKENS.put(
                        role,
                        node.bean(TokenStore.class)
                                .issue(role, node.city(), "test", Duration.ofDays(1)));
            }
        }
    }

    @AfterAll
    static void stop() {
        PEOPLE.values().forEach(Person::close);
        http.close();
        network.close();
    }

    private static RequestMappingHandlerMapping mappings() {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(
                        network.coordinator().bean(ServletContext.class))
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    /** All that is mapped, as {@code METHOD pattern}; a mapping without a method takes any. */
    private static Set<String> mapped() {
        Set<String> found = new TreeSet<>();
        for (RequestMappingInfo info : mappings().getHandlerMethods().keySet()) {
            Set<RequestMethod> told = info.getMethodsCondition().getMethods();
            Set<RequestMethod> methods = told.isEmpty() ? Set.of(RequestMethod.values()) : told;
            for (String pattern : info.getPatternValues()) {
                String plain = pattern.replaceAll("\\{([a-z]+):[^}]*}", "{$1}");
                methods.stream()
                        .filter(method -> !plain.equals(ERROR))
                        .forEach(method -> found.add(method + " " + plain));
            }
        }
        return found;
    }

    private static Stream<String> listed() {
        return LISTED.keySet().stream();
    }

    private static Stream<String> notListedChanges() {
        return LISTED.keySet().stream()
                .map(endpoint -> endpoint.split(" ", -1)[1])
                .distinct()
                .flatMap(path -> CHANGING.stream().map(method -> method + " " + path))
                .filter(endpoint -> !LISTED.containsKey(endpoint));
    }

    @Test
    void everyEndpointIsListed() {
        assertThat(mapped()).containsExactlyElementsOf(new TreeSet<>(LISTED.keySet()));
    }

    @Test
    void everyPathOfTheDescriptionIsListed() throws Exception {
        var docs = JsonMapper.builder().build().readTree(read("/v3/api-docs"));
        Set<String> described = new TreeSet<>();
        docs.path("paths")
                .forEachEntry((path, operations) ->
                        operations
                                .propertyNames()
                                .forEach(method ->
                                        described.add(
                                                method.toUpperCase(Locale.ROOT) + " " + path)));

        assertThat(described).hasSizeGreaterThan(8);
        assertThat(LISTED.keySet()).containsAll(described);
    }

    /** Each endpoint by each caller. */
    private static Stream<Arguments> calls() {
        return LISTED.keySet().stream()
                .filter(endpoint -> !endpoint.equals(SIGN_IN))
                .flatMap(endpoint -> Who.all().stream().map(who -> Arguments.of(endpoint, who)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("calls")
    void isRefusedToWhoMayNotCallIt(String endpoint, Who who) throws Exception {
        Access access = LISTED.getOrDefault(endpoint, Access.OPERATOR);

        int status = status(endpoint, who);

        if (needsFormOfNobody(endpoint, who) || !access.allows(who)) {
            assertThat(status).isEqualTo(who.equals(Who.NOBODY) ? 401 : 403);
        } else {
            assertThat(status).isNotIn(401, 403, 500);
        }
    }

    /** Signing out needs the form of a page, also for whoever has not signed in. */
    private static boolean needsFormOfNobody(String endpoint, Who who) {
        return endpoint.equals("POST /signout") && who.equals(Who.NOBODY);
    }

    private static Stream<String> changes() {
        return LISTED.keySet().stream()
                .filter(endpoint -> CHANGING.contains(endpoint.split(" ", -1)[0]))
                .filter(endpoint -> !WITHOUT_SESSION.contains(endpoint));
    }

    /** What a browser sends by itself is never enough, whatever the role. */
    @ParameterizedTest
    @MethodSource("changes")
    void aChangeWithASessionNeedsTheTokenOfAForm(String endpoint) {
        for (Person person : PEOPLE.values()) {
            HttpRequest.Builder forged =
                    request(endpoint).header("Origin", "https://elsewhere.example");

            assertThat(person.send(forged).statusCode()).isEqualTo(403);
        }
    }

    /** A request with a token is judged by the token, also when the browser has a session. */
    @ParameterizedTest
    @MethodSource("changes")
    void aWrongTokenIsNotMadeGoodByASession(String endpoint) {
        HttpRequest.Builder both = request(endpoint).header("Authorization", "Bearer sft_x");

        assertThat(person(Role.PUBLISHER).send(both).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("listed")
    void isRefusedToWhoHasATokenThatProvesNobody(String endpoint) throws Exception {
        assertThat(status(endpoint, "sft_of-nobody")).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("listed")
    void givesNoneOfItselfToAnotherSite(String endpoint) throws Exception {
        String path = address(endpoint);
        HttpRequest request =
                HttpRequest.newBuilder(network.coordinator().url(path))
                        .header("Origin", "https://elsewhere.example")
                        .header("Access-Control-Request-Method", "POST")
                        .method("OPTIONS", BodyPublishers.noBody())
                        .build();

        assertThat(
                        http.send(request, ofString())
                                .headers()
                                .firstValue("Access-Control-Allow-Methods"))
                .isEmpty();
    }

    /** A change that is not listed is refused, whatever is mapped there for reading. */
    @ParameterizedTest
    @MethodSource("notListedChanges")
    void changesNothingWhereNoChangeIsListed(String endpoint) throws Exception {
        assertThat(status(endpoint, Who.NOBODY)).isEqualTo(401);
        for (Who who : Who.all().subList(1, Who.all().size())) {
            assertThat(status(endpoint, who)).as(who.toString()).isIn(403, 405);
        }
    }

    @Test
    void anEndpointThatNobodyListedIsRefused() throws Exception {
        RequestMappingInfo undeclared =
                RequestMappingInfo.paths("/undeclared", "/api/undeclared")
                        .options(mappings().getBuilderConfiguration())
                        .build();
        mappings()
                .registerMapping(
                        undeclared,
                        new Undeclared(),
                        Arrays.stream(Undeclared.class.getDeclaredMethods())
                                .filter(method -> method.getName().equals("answer"))
                                .findFirst()
                                .orElseThrow());
        try {
            for (String path :
                    Set.of("/undeclared", "/api/undeclared", "/operator/../undeclared")) {
                for (String method : Set.of("GET", "POST", "PUT", "DELETE")) {
                    for (Who who : Who.all()) {
                        assertThat(status(method + " " + path, who))
                                .as("%s %s %s", method, path, who)
                                .isIn(400, who.equals(Who.NOBODY) ? 401 : 403);
                    }
                }
            }
            assertThat(mapped()).contains("GET /undeclared");
        } finally {
            mappings().unregisterMapping(undeclared);
        }
    }

    /** A handler that somebody forgot to think about. */
    static final class Undeclared {
        @org.springframework.web.bind.annotation.ResponseBody
        String answer() {
            return "answered";
        }
    }

    private static String address(String endpoint) {
        return endpoint.split(" ", -1)[1]
                .replace("{city}", "coordinator")
                .replace("{kind}", "problem")
                .replace("{ending}", "ttl")
                .replace("{epoch}", "1")
                .replace("{number}", "1")
                .replaceAll("\\{[a-z]+}", "1");
    }

    private static int status(String endpoint, Who who) throws IOException, InterruptedException {
        Role role = who.role();
        if (role == null || !who.session()) {
            return status(endpoint, role == null ? null : TOKENS.get(role));
        }
        Person person = person(role);
        int status =
                person.send(request(endpoint).header("X-CSRF-TOKEN", person.formToken()))
                        .statusCode();
        if (endpoint.endsWith("/signout")) {
            person.signIn(role.name().toLowerCase(Locale.ROOT), Person.PASSWORD);
        }
        return status;
    }

    private static int status(String endpoint, @Nullable String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(endpoint);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), ofString()).statusCode();
    }

    private static HttpRequest.Builder request(String endpoint) {
        return HttpRequest.newBuilder(network.coordinator().url(address(endpoint)))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "*/*")
                .method(endpoint.split(" ", -1)[0], BodyPublishers.noBody());
    }

    private static String read(String path) throws IOException, InterruptedException {
        return http.send(request("GET " + path).build(), ofString()).body();
    }

    private static Person person(Role role) {
        return Objects.requireNonNull(PEOPLE.get(role));
    }
}
