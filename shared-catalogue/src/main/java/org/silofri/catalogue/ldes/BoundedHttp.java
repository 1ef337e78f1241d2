package org.silofri.catalogue.ldes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * HTTP to peers with a bound on size, time and place: no redirect to another host is followed, no
 * more is read than was allowed, and no answer is waited for longer than was told, its body
 * included. What fails is a value. For any thread.
 */
public final class BoundedHttp implements AutoCloseable {

    private static final int MOST_REDIRECTS = 3;
    private static final long LONGEST_RETRY_SECONDS = 3_600;
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;

    /** What a request gave. */
    public sealed interface Answer {
        /** A successful answer. */
        @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
        record Body(byte[] bytes) implements Answer {}

        /** There is nothing at that place. */
        record Nothing() implements Answer {}

        /**
         * No answer, or not a good one.
         *
         * @param detail for the operator, in English
         * @param retryAfter when the peer said so
         */
        record Failed(String detail, Optional<Duration> retryAfter) implements Answer {}
    }

    private final Duration patience;
    private final HttpClient client;

    /**
     * Makes a client.
     *
     * @param connecting how long a peer may take to accept a connection
     * @param patience how long a whole exchange may last
     */
    public BoundedHttp(Duration connecting, Duration patience) {
        this(connecting, patience, HttpClient.newBuilder());
    }

    /**
     * Makes a client that believes the web servers that the context believes.
     *
     * @param connecting how long a peer may take to accept a connection
     * @param patience how long a whole exchange may last
     */
    public BoundedHttp(Duration connecting, Duration patience, SSLContext trusting) {
        this(connecting, patience, HttpClient.newBuilder().sslContext(trusting));
    }

    private BoundedHttp(Duration connecting, Duration patience, HttpClient.Builder builder) {
        this.patience = patience;
        this.client =
                builder.version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(connecting)
                        .build();
    }

    /**
     * Reads, following redirects within the host.
     *
     * @param most bytes that the answer may have
     */
    public Answer get(URI uri, String accept, int most) {
        URI place = uri;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            try {
                HttpResponse<byte[]> response =
                        exchange(request(place).header("Accept", accept), most);
                Optional<URI> elsewhere = redirect(place, response);
                if (elsewhere.isEmpty()) {
                    return answer(response);
                }
                if (!isSameHost(uri, elsewhere.get())) {
                    return failed("%s redirects to another host".formatted(uri));
                }
                place = elsewhere.get();
            } catch (IOException e) {
                return failed("%s does not answer: %s".formatted(uri, e.getMessage()));
            }
        }
        return failed("%s redirects too often".formatted(uri));
    }

    /**
     * Sends, following no redirect.
     *
     * @param most bytes that the answer may have
     */
    public Answer post(URI uri, String contentType, byte[] body, int most) {
        try {
            return answer(
                    exchange(
                            request(uri)
                                    .header("Content-Type", contentType)
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(body)),
                            most));
        } catch (IOException e) {
            return failed("%s does not answer: %s".formatted(uri, e.getMessage()));
        }
    }

    private static HttpRequest.Builder request(URI uri) throws IOException {
        try {
            return HttpRequest.newBuilder(uri);
        } catch (IllegalArgumentException e) {
            throw new IOException("it is no address of a web server", e);
        }
    }

    private HttpResponse<byte[]> exchange(HttpRequest.Builder request, int most)
            throws IOException {
        CompletableFuture<HttpResponse<byte[]>> running =
                client.sendAsync(
                        request.timeout(patience).build(),
                        HttpResponse.BodyHandlers.limiting(
                                HttpResponse.BodyHandlers.ofByteArray(), most));
        try {
            return running.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (TimeoutException e) {
            running.cancel(true);
            throw new IOException("no whole answer within %s".formatted(patience), e);
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(Objects.requireNonNullElse(e.getCause(), e)), e);
        }
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == NO_CONTENT || status == NOT_FOUND) {
            return response.request().method().equals("GET") || status == NO_CONTENT
                    ? new Answer.Nothing()
                    : failed("Status 404");
        }
        if (status >= OK && status < OK + 100) {
            return new Answer.Body(response.body());
        }
        return new Answer.Failed("Status %d".formatted(status), retryAfter(response));
    }

    private static Optional<URI> redirect(URI from, HttpResponse<byte[]> response) {
        return response.statusCode() / 100 == 3
                ? response.headers().firstValue("Location").flatMap(place -> resolve(from, place))
                : Optional.empty();
    }

    private static Optional<URI> resolve(URI from, String place) {
        try {
            return Optional.of(from.resolve(place));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isSameHost(URI one, URI other) {
        return Objects.equals(one.getScheme(), other.getScheme())
                && Objects.equals(authority(one), authority(other));
    }

    private static String authority(URI uri) {
        return String.valueOf(uri.getAuthority()).toLowerCase(Locale.ROOT);
    }

    private static Optional<Duration> retryAfter(HttpResponse<byte[]> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(text -> Math.min(Long.parseLong(text), LONGEST_RETRY_SECONDS))
                .map(Duration::ofSeconds);
    }

    private static Answer failed(String detail) {
        return new Answer.Failed(detail, Optional.empty());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
