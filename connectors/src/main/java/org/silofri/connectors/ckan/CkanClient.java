package org.silofri.connectors.ckan;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.silofri.connectors.ckan.CkanFailure.Busy;
import org.silofri.connectors.ckan.CkanFailure.Unavailable;
import org.silofri.connectors.ckan.CkanFailure.Useless;

/**
 * Fetches pages from one portal and nowhere else: redirects are not followed, an answer is bounded
 * in size and time (docs/decisions/0041-ckan-over-the-jdks-http-client.md).
 */
final class CkanClient implements AutoCloseable {

    private static final Duration UNTOLD_WAIT = Duration.ofSeconds(30);

    private final HttpClient http;
    private final CkanSource source;
    private final InstantSource clock;

    CkanClient(CkanSource source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(source.limits().timeout())
                        .build();
    }

    /**
     * The page that starts at this place.
     *
     * @throws CkanFailure if it cannot be had
     */
    CkanPage fetch(Cursor cursor) throws InterruptedException {
        HttpResponse<byte[]> answer = ask(uri(cursor));
        int status = answer.statusCode();
        if (status == 429
                || (status == 503 && answer.headers().firstValue("Retry-After").isPresent())) {
            throw new Busy(retryAfter(answer));
        }
        if (status >= 500) {
            throw new Unavailable("ckan.server-error", "" + status);
        }
        if (status >= 300 && status < 400) {
            throw new Useless("ckan.redirect", answer.headers().firstValue("Location").orElse("?"));
        }
        if (status != 200) {
            throw new Useless("ckan.status", "" + status);
        }
        return CkanPage.read(answer.body());
    }

    private URI uri(Cursor cursor) {
        return URI.create(
                source.portal()
                        + "/api/3/action/package_search?rows="
                        + source.limits().pageSize()
                        + "&start="
                        + cursor.skip()
                        + "&sort="
                        + encode("metadata_modified asc, id asc")
                        + "&fq="
                        + encode(cursor.filter(source.filter())));
    }

    private HttpResponse<byte[]> ask(URI uri) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .timeout(source.limits().timeout())
                        .header("Accept", "application/json")
                        .header("User-Agent", "silofri (CKAN harvest)")
                        .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(
                        request,
                        BodyHandlers.limiting(
                                BodyHandlers.ofByteArray(), source.limits().bodyBytes()));
        try {
            // the request's own time-out ends with the answer's head; this one covers its body
            return answer.get(source.limits().timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Unavailable("ckan.slow", "" + source.limits().timeout().toSeconds());
        } catch (ExecutionException e) {
            throw failure(e);
        } finally {
            answer.cancel(true);
        }
    }

    private CkanFailure failure(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String text = String.valueOf(cause.getMessage());
        if (cause instanceof java.net.http.HttpTimeoutException) {
            return new Unavailable("ckan.slow", "" + source.limits().timeout().toSeconds());
        }
        boolean tooLarge = cause instanceof IOException && text.contains("body exceeds capacity");
        return tooLarge
                ? new Useless("ckan.too-large", "" + source.limits().bodyBytes() / (1024 * 1024))
                : new Unavailable("ckan.unreachable", text);
    }

    /** Seconds or a date (RFC 9110, 10.2.3); at least a second. */
    private Duration retryAfter(HttpResponse<?> answer) {
        String told = answer.headers().firstValue("Retry-After").orElse("");
        Duration wait = UNTOLD_WAIT;
        if (told.matches("[0-9]{1,9}")) {
            wait = Duration.ofSeconds(Long.parseLong(told));
        } else if (!told.isEmpty()) {
            try {
                ZonedDateTime until =
                        ZonedDateTime.parse(told, DateTimeFormatter.RFC_1123_DATE_TIME);
                wait = Duration.between(clock.instant(), until.toInstant());
            } catch (DateTimeException e) {
                wait = UNTOLD_WAIT;
            }
        }
        return wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
