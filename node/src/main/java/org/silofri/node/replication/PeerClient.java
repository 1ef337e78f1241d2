package org.silofri.node.replication;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.CloudEventBatch;
import org.silofri.catalogue.event.CloudEventForm;
import org.silofri.catalogue.event.Malformed;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;

/**
 * Asks a peer's feed over HTTP. Follows a redirect only to the same peer, reads no more than a
 * batch may have, believes nothing.
 */
final class PeerClient implements AutoCloseable {

    private static final String BATCH = "application/cloudevents-batch+json";

    private final ReplicationSettings settings;
    private final HttpClient http;

    PeerClient(ReplicationSettings settings) {
        this.settings = settings;
        this.http =
                HttpClient.newBuilder()
                        .connectTimeout(settings.connectTimeout())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
    }

    /** What the peer tells of its logs. */
    FeedIndex index(URI peer) throws IOException {
        return readIndex(peer, request(peer, "/feed").GET().build());
    }

    /** Tells the peer what this node has, and hears what it has. */
    FeedIndex exchange(URI peer, FeedIndex own) throws IOException {
        HttpRequest request =
                request(peer, "/feed")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(own.write()))
                        .build();
        return readIndex(peer, request);
    }

    /**
     * A page of the city's log.
     *
     * @return events from the page that holds the first one after that position; may begin earlier
     */
    List<CloudEventForm.Reading> page(URI peer, CityId city, Position after) throws IOException {
        URI start = URI.create(base(peer) + "/feed/" + city + "?after=" + after);
        HttpRequest request = request(start).header("Accept", BATCH).GET().build();
        HttpResponse<byte[]> answer = send(request, CloudEventBatch.MOST_BYTES);
        if (answer.statusCode() == 303) {
            URI page = start.resolve(location(answer));
            if (!page.getRawAuthority().equals(start.getRawAuthority())) {
                throw new IOException(peer + " redirects to another host");
            }
            answer =
                    send(
                            request(page).header("Accept", BATCH).GET().build(),
                            CloudEventBatch.MOST_BYTES);
        }
        if (answer.statusCode() == 204) {
            return List.of();
        }
        return batch(peer, body(peer, answer));
    }

    /** Pushes events of one city; the peer decides by itself what it takes. */
    void push(URI peer, CityId city, BaseIri base, List<SignedEvent> events) throws IOException {
        HttpRequest request =
                request(peer, "/feed/" + city)
                        .header("Content-Type", BATCH)
                        .POST(
                                HttpRequest.BodyPublishers.ofByteArray(
                                        CloudEventBatch.write(events, base)))
                        .build();
        body(peer, send(request, FeedIndex.MOST_BYTES));
    }

    private static List<CloudEventForm.Reading> batch(URI peer, byte[] body) throws IOException {
        try {
            return CloudEventBatch.read(body);
        } catch (Malformed e) {
            throw new IOException(peer + " answers with something that is no batch", e);
        }
    }

    private FeedIndex readIndex(URI peer, HttpRequest request) throws IOException {
        byte[] body = body(peer, send(request, FeedIndex.MOST_BYTES));
        Optional<FeedIndex> index = FeedIndex.read(body);
        return index.orElseThrow(
                () -> new IOException(peer + " answers with something that is no feed index"));
    }

    /** The whole answer, within the time and the size. */
    private HttpResponse<byte[]> send(HttpRequest request, int most) throws IOException {
        HttpResponse.BodyHandler<byte[]> limited =
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), most);
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, limited);
        try {
            return answer.get(settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("no answer from " + request.uri(), e);
        } finally {
            answer.cancel(true);
        }
    }

    private static byte[] body(URI peer, HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException(peer + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    private static String location(HttpResponse<byte[]> answer) throws IOException {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IOException("redirect without location"));
    }

    private HttpRequest.Builder request(URI peer, String path) {
        return request(URI.create(base(peer) + path));
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(settings.answerTimeout());
    }

    private static String base(URI peer) {
        String text = peer.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
