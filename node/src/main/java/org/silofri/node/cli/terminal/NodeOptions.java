package org.silofri.node.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.silofri.node.identity.NodeSettings;
import org.silofri.node.identity.NotStartable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.error.YAMLException;
import picocli.CommandLine.Option;

/** Names the node that a command is about, by its configuration. */
public final class NodeOptions {

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "configuration of the node, for example compose/copenhagen.yaml")
    private Path config = Path.of("");

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "overrides a setting of the file; may be repeated")
    private Map<String, String> overrides = new LinkedHashMap<>();

    public static NodeOptions of(Path config, Map<String, String> overrides) {
        NodeOptions options = new NodeOptions();
        options.config = config;
        options.overrides = overrides;
        return options;
    }

    Path config() {
        if (!Files.isReadable(config)) {
            throw new CommandFailed(
                    "There is no configuration " + config,
                    "name an existing file with --config; compose/ holds examples");
        }
        return config;
    }

    /** Arguments for Spring Boot that say the same. */
    public List<String> springArguments() {
        List<String> arguments = new ArrayList<>();
        arguments.add("--spring.config.additional-location=file:" + config().toAbsolutePath());
        overrides.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        return arguments;
    }

    public NodeSettings settings() {
        try {
            return binder().bind("silofri.node", NodeSettings.class)
                    .orElseThrow(() ->
                            new CommandFailed(
                                    config + " names no node",
                                    "set silofri.node.name, silofri.node.data and"
                                            + " silofri.node.url in it"));
        } catch (BindException e) {
            if (e.getCause() instanceof NotStartable unusable) {
                throw unusable;
            }
            throw new CommandFailed(
                    "%s cannot be used: %s".formatted(config, reason(e)),
                    "mend silofri.node in it; compose/ holds examples");
        }
    }

    String setting(String key) {
        return binder().bind(key, String.class)
                .orElseThrow(() ->
                        new CommandFailed(
                                config + " does not set " + key, "set " + key + " in it"));
    }

    /** The innermost message names the setting and what is wrong with it. */
    private static String reason(BindException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return "%s: %s".formatted(e.getName(), cause.getMessage());
    }

    private Binder binder() {
        StandardEnvironment environment = new StandardEnvironment();
        try {
            new YamlPropertySourceLoader()
                    .load("config", new FileSystemResource(config()))
                    .forEach(environment.getPropertySources()::addFirst);
        } catch (IOException | YAMLException e) {
            throw new CommandFailed(
                    config + " cannot be read: " + e.getMessage(),
                    "mend the file; it is YAML, as the examples in compose/");
        }
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("overrides", Map.copyOf(overrides)));
        return Binder.get(environment);
    }
}
