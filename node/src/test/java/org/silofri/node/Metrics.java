package org.silofri.node;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.env.Environment;

/** What a node tells Prometheus. */
public final class Metrics {

    private Metrics() {}

    /** All lines of that metric: labels as they are written, to value. */
    public static Map<String, Double> of(TestNode node, String metric)
            throws IOException, InterruptedException {
        String port = node.bean(Environment.class).getRequiredProperty("local.management.port");
        URI uri = URI.create("http://127.0.0.1:%s/actuator/prometheus".formatted(port));
        Map<String, Double> values = new TreeMap<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith(metric + "{"))
                    .forEach(line -> {
                        int end = line.lastIndexOf('}') + 1;
                        values.put(
                                line.substring(metric.length(), end),
                                Double.valueOf(line.substring(end).strip()));
                    });
        }
        return values;
    }
}
