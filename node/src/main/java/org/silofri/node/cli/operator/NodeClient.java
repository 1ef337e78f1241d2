package org.silofri.node.cli.operator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.function.Consumer;
import org.silofri.node.cli.terminal.CommandFailed;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a running node as its operator. */
public final class NodeClient implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A rebuild or a harvest of much takes its time; a node that dies is noticed at once. */
    private static final Duration ANSWER = Duration.ofHours(3);

    private final RunFile run;
    private final HttpClient http;

    private NodeClient(RunFile run) {
        this.run = run;
        try {
            this.http =
                    HttpClient.newBuilder()
                            .connectTimeout(Duration.ofSeconds(5))
                            .sslContext(run.trusted())
                            .build();
        } catch (CertificateException e) {
            throw new CommandFailed(
                    "run.json of the node is damaged: " + e.getMessage(), "restart the node");
        }
    }

    /**
     * A client of the node that runs on this folder.
     *
     * @param data folder of the node
     * @throws CommandFailed if no node runs there
     */
    public static NodeClient of(Path data) {
        return new NodeClient(
                RunFile.read(data)
                        .orElseThrow(() ->
                                new CommandFailed(
                                        "No node runs on " + data,
                                        "start it: silofri run --config FILE")));
    }

    public <T> T get(String path, Class<T> answer) {
        return JSON.readValue(text(request(path).GET()), answer);
    }

    public <T> T post(String path, Object body, Class<T> answer) {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        return JSON.readValue(text(request), answer);
    }

    public void delete(String path) {
        text(request(path).DELETE());
    }

    /** Posts a body and hands over the answer line by line while it comes. */
    public void stream(String path, BodyPublisher body, Consumer<JsonNode> line) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/octet-stream").POST(body);
        HttpResponse<InputStream> answer = send(request, BodyHandlers.ofInputStream());
        try (InputStream in = answer.body()) {
            if (answer.statusCode() >= 400) {
                throw refused(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
            try (var reader =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                reader.lines()
                        .filter(text -> !text.isBlank())
                        .forEach(text -> line.accept(JSON.readTree(text)));
            }
        } catch (UncheckedIOException e) {
            throw unreachable(e);
        } catch (JacksonException e) {
            throw new CommandFailed(
                    "The node broke off in the middle of a line", "look into logs/ of the node");
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(run.url() + path))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + run.operatorToken());
    }

    private String text(HttpRequest.Builder request) {
        HttpResponse<String> answer = send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() >= 400) {
            throw refused(answer.body());
        }
        return answer.body();
    }

    private <T> HttpResponse<T> send(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("The command was interrupted", "repeat it");
        }
    }

    private CommandFailed unreachable(Exception e) {
        return new CommandFailed(
                "The node at %s does not answer: %s".formatted(run.url(), e.getMessage()),
                "look into logs/ in its data folder, then restart it");
    }

    private static CommandFailed refused(String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            return new CommandFailed(
                    problem.path("detail").asString(body),
                    problem.path("remedy").asString("mend what the message names and repeat"));
        } catch (JacksonException e) {
            return new CommandFailed("The node refused: " + body, "look into logs/ of the node");
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
