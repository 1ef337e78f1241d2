package org.silofri.node;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.log.EventLog;
import org.silofri.node.identity.NodeSettings;
import org.silofri.node.log.LogService;
import org.silofri.node.projection.Projections;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole node in this JVM, with a data folder of its own on free ports; may stop and start. */
public final class TestNode implements AutoCloseable {

    private final CityId city;
    private final Path data;
    private final Path state;
    private final int port;
    private final Map<String, Object> settings = new LinkedHashMap<>();
    private @Nullable ConfigurableApplicationContext context;

    TestNode(String name, Path folder, int port) {
        this.city = new CityId(name);
        this.data = folder.resolve(name);
        this.state = folder.resolve("state");
        this.port = port;
        set("silofri.node.name", name);
        set("silofri.node.data", data);
        set("silofri.node.state", state);
        set("server.port", port);
        set("management.server.port", 0);
    }

    /** Overrides a setting for the next start. */
    public TestNode set(String key, Object value) {
        settings.put(key, value.toString());
        return this;
    }

    /** Takes a setting back for the next start. */
    public TestNode unset(String key) {
        settings.remove(key);
        return this;
    }

    /** Who it is, as its settings tell. */
    public NodeSettings nodeSettings() {
        return new NodeSettings(city.value(), data, url(), state);
    }

    /** Starts the node; returns when it answers. */
    public TestNode start() {
        if (context != null) {
            throw new IllegalStateException(city + " is already running");
        }
        set("silofri.node.url", url());
        String[] arguments =
                settings.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new);
        context =
                new SpringApplicationBuilder(SilofriNode.class)
                        .registerShutdownHook(false)
                        .run(arguments);
        return this;
    }

    /** Stops the node as an operator does; its data stay. */
    public void stop() {
        if (context != null) {
            context.close();
            context = null;
        }
    }

    /** Tells whether it is running. */
    public boolean running() {
        return context != null;
    }

    /** A part of the running node. */
    public <T> T bean(Class<T> type) {
        if (context == null) {
            throw new IllegalStateException(city + " is not running");
        }
        return context.getBean(type);
    }

    /** Its log. */
    public EventLog log() {
        return bean(LogService.class).log();
    }

    /** Its graph and index. */
    public Projections projections() {
        return bean(Projections.class);
    }

    /** Its city. */
    public CityId city() {
        return city;
    }

    /** Base IRI of its city. */
    public BaseIri base() {
        return new BaseIri(url().toString());
    }

    /** Where it answers. */
    public URI url() {
        String scheme = settings.containsKey("server.ssl.bundle") ? "https" : "http";
        return URI.create(scheme + "://localhost:" + port);
    }

    /** An address of this node. */
    public URI url(String path) {
        return url().resolve(path);
    }

    /** Its data folder. */
    public Path data() {
        return data;
    }

    @Override
    public void close() {
        stop();
    }
}
