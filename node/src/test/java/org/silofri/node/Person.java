package org.silofri.node;

import static java.net.http.HttpResponse.BodyHandlers.ofString;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.security.Caller;
import org.silofri.node.security.Grant;
import org.silofri.node.security.Role;
import org.silofri.node.security.account.AccountResult;
import org.silofri.node.security.account.Accounts;
import org.silofri.node.security.account.NewAccount;

/**
 * Somebody who uses a node over HTTP as a browser does: with a cookie jar, and with the token that
 * each form carries. For tests.
 */
public final class Person implements AutoCloseable {

    /** Of every account that {@link #account} makes. */
    public static final String PASSWORD = "seven ravens over Røros";

    private static final Pattern FORM_TOKEN =
            Pattern.compile("name=\"_csrf\"\\s+(?:type=\"hidden\"\\s+)?value=\"([^\"]+)\"");

    private final TestNode node;
    private final CookieManager jar = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(jar).build();

    private Person(TestNode node) {
        this.node = node;
    }

    /** Somebody who has not signed in. */
    public static Person at(TestNode node) {
        return new Person(node);
    }

    /** Somebody with one role for the node's own city, who has signed in. */
    public static Person with(TestNode node, Role role) {
        String name = role.name().toLowerCase(Locale.ROOT);
        account(node, name, Set.of(new Grant(role, node.city())));
        Person person = new Person(node);
        person.signIn(name, PASSWORD);
        return person;
    }

    /** Makes an account with {@link #PASSWORD}, if there is none of that name. */
    public static void account(TestNode node, String name, Set<Grant> grants) {
        Accounts accounts = node.bean(Accounts.class);
        if (accounts.byName(name).isEmpty()
                && accounts.add(
                                operator(node.city()),
                                new NewAccount(name, "", null, null, grants),
                                PASSWORD)
                        instanceof AccountResult.Refused(var objection)) {
            throw new IllegalArgumentException(objection.english());
        }
    }

    /** Who runs the node. */
    public static Caller operator(CityId city) {
        return Caller.ofToken("operator", new Grant(Role.OPERATOR, city));
    }

    /** Sends the sign-in form. */
    public HttpResponse<String> signIn(String name, String password) {
        return post("/signin", Map.of("name", name, "password", password));
    }

    /** Reads a page. */
    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(node.url(path)).header("Accept", "text/html"));
    }

    /** Sends a form with the token of a page that has one. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return postOnly(path, fields, formToken());
    }

    /** Sends a form with that token. */
    public HttpResponse<String> postOnly(String path, Map<String, String> fields, String token) {
        String body =
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&", "", "&_csrf=" + encoded(token)));
        return send(
                HttpRequest.newBuilder(node.url(path))
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    /** The token of a form that this browser may send. */
    public String formToken() {
        String page = get("/account").statusCode() == 200 ? "/account" : "/signin";
        Matcher token = FORM_TOKEN.matcher(get(page).body());
        if (!token.find()) {
            token = FORM_TOKEN.matcher(get("/account/password").body());
            if (!token.find()) {
                throw new AssertionError("no form with a token");
            }
        }
        return token.group(1);
    }

    /** Sends any request with this browser's cookies. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(30)).build(), ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The cookies that this browser has. */
    public CookieManager jar() {
        return jar;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
