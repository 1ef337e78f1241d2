package org.silofri.node;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.silofri.catalogue.event.CloudEventBatch;
import org.silofri.node.replication.FeedIndex;

/** A member's feed that serves whatever it likes, and a place at which nobody must ask. */
final class HostilePeer implements AutoCloseable {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Served(String head, byte[] batch, AtomicInteger asked) {}

    private final HttpServer server;
    private final Map<String, Served> cities = new ConcurrentHashMap<>();
    private final AtomicInteger trapped = new AtomicInteger();

    HostilePeer() {
        try {
            server = HttpServer.create(address(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/feed", this::feed);
        server.createContext(
                "/trap",
                exchange -> {
                    trapped.incrementAndGet();
                    answer(exchange, 200, "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                });
        server.start();
    }

    private static InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
    }

    /** Claims to hold the city's log up to there, and answers with this. */
    void serve(String city, String head, byte[] batch) {
        cities.put(city, new Served(head, batch, new AtomicInteger()));
    }

    /** How often it was asked for that. */
    int asked(String city) {
        Served served = cities.get(city);
        return served == null ? 0 : served.asked().get();
    }

    void forget(String city) {
        cities.remove(city);
    }

    /** How often somebody asked where nobody must. */
    int trapped() {
        return trapped.get();
    }

    private void feed(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/feed")) {
            Map<String, String> heads = new ConcurrentHashMap<>();
            cities.forEach((city, served) -> heads.put(city, served.head()));
            answer(exchange, 200, new FeedIndex("peer", heads, List.of(), Map.of()).write());
            return;
        }
        Served served = cities.get(path.substring("/feed/".length()));
        if (served == null || !exchange.getRequestMethod().equals("GET")) {
            answer(exchange, 404, new byte[0]);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", CloudEventBatch.MEDIA_TYPE);
        answer(exchange, 200, served.batch());
        served.asked().incrementAndGet();
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
