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
import java.util.Arrays;
import java.util.Map;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.silofri.node.TestNetwork;
import org.silofri.node.TestNode;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.support.WebApplicationContextUtils;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Deny by default: every endpoint that is mapped is listed here with who may call it, and is tried
 * without a token and with those of each role. One that is added must be listed, or this fails.
 */
class EndpointsIT {

    /** Who may call. */
    private enum Access {
        ANYBODY,
        /** A publisher too. */
        EDITOR,
        PUBLISHER,
        OPERATOR
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
                            // the import page (stream tls); what is whose it decides itself
                            Map.entry("GET /import", Access.ANYBODY),
                            Map.entry("GET /import/template.xlsx", Access.ANYBODY),
                            Map.entry("POST /import", Access.EDITOR),
                            Map.entry("GET /import/{id}", Access.EDITOR),
                            Map.entry("GET /import/{id}/progress", Access.EDITOR),
                            Map.entry("POST /import/{id}/publish", Access.EDITOR),
                            Map.entry("POST /import/{id}/stop", Access.EDITOR),
                            Map.entry("POST /import/{id}/discard", Access.EDITOR),
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

    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

    @TempDir private static Path folder;
    private static TestNetwork network;
    private static HttpClient http;
    private static String publisher;
    private static String operator;

    @BeforeAll
    static void aNode() {
        network = TestNetwork.start(folder);
        http = HttpClient.newHttpClient();
        TestNode node = network.coordinator();
        publisher =
                node.bean(TokenStore.class)
                        .issue(Role.PUBLISHER, node.city(), "test", Duration.ofDays(1));
        operator = node.bean(OperatorToken.class).text();
    }

    @AfterAll
    static void stop() {
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

    @ParameterizedTest
    @MethodSource("listed")
    void isRefusedToWhoMayNotCallIt(String endpoint) throws Exception {
        switch (LISTED.getOrDefault(endpoint, Access.OPERATOR)) {
            case ANYBODY -> {
                assertThat(status(endpoint, null)).isNotIn(401, 403);
                assertThat(status(endpoint, publisher)).isNotIn(401, 403);
            }
            case EDITOR -> {
                assertThat(status(endpoint, null)).isEqualTo(401);
                assertThat(status(endpoint, operator)).isEqualTo(403);
                assertThat(status(endpoint, publisher)).isIn(404, 422);
            }
            case PUBLISHER -> {
                assertThat(status(endpoint, null)).isEqualTo(401);
                assertThat(status(endpoint, operator)).isEqualTo(403);
                assertThat(status(endpoint, publisher)).isIn(400, 415, 428);
            }
            case OPERATOR -> {
                assertThat(status(endpoint, null)).isEqualTo(401);
                assertThat(status(endpoint, publisher)).isEqualTo(403);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("listed")
    void isRefusedToWhoHasATokenThatProvesNobody(String endpoint) throws Exception {
        assertThat(status(endpoint, "not-" + publisher)).isEqualTo(401);
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
        assertThat(status(endpoint, null)).isEqualTo(401);
        assertThat(status(endpoint, publisher)).isIn(403, 405);
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
                    assertThat(status(method + " " + path, null)).isIn(400, 401);
                    assertThat(status(method + " " + path, publisher)).isIn(400, 403);
                    assertThat(status(method + " " + path, operator)).isIn(400, 403);
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

    private static int status(String endpoint, @Nullable String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(network.coordinator().url(address(endpoint)))
                        .timeout(Duration.ofSeconds(30))
                        .header("Accept", "*/*")
                        .method(endpoint.split(" ", -1)[0], BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), ofString()).statusCode();
    }
}
