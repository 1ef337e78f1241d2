package org.silofri.node.cli.terminal;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silofri.node.identity.CityProfile;
import org.silofri.node.identity.FeedAddress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What people read of a city; given once, at {@code init} or when it is hosted. */
public final class ProfileOptions {

    private static final String LANGUAGE = "[a-z]{2,3}";

    @Option(
            names = "--name",
            required = true,
            paramLabel = "LANGUAGE=NAME",
            description =
                    "name of the city in a language, for example nb=Stavanger; may be repeated")
    private Map<String, String> names = new LinkedHashMap<>();

    @Option(names = "--country", required = true, description = "ISO 3166 code, for example NO")
    private String country = "";

    @Option(names = "--language", required = true, description = "own language, for example nb")
    private String language = "";

    @Option(names = "--latitude", description = "degrees north")
    private @Nullable Double latitude;

    @Option(names = "--longitude", description = "degrees east")
    private @Nullable Double longitude;

    @Option(
            names = "--evidence",
            description =
                    "where it is decided that the city takes part; without it, it is shown as an"
                            + " example")
    private @Nullable String evidence;

    @Option(
            names = "--feed",
            paramLabel = "URL",
            description =
                    "where other cities may pull the log when the hub is away, for example the"
                            + " node's own address; leave it out behind a firewall")
    private @Nullable URI feed;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    public CityProfile profile() {
        if (feed != null) {
            FeedAddress.objection(feed)
                    .ifPresent(why -> {
                        throw new ParameterException(command.commandLine(), why);
                    });
        }
        require(country.matches("[A-Z]{2}"), "--country: write two capital letters, such as NO");
        require(language.matches(LANGUAGE), "--language: write a language tag, such as nb");
        for (String tag : names.keySet()) {
            require(tag.matches(LANGUAGE), "--name: write LANGUAGE=NAME, such as nb=Stavanger");
        }
        try {
            return new CityProfile(names, country, language, latitude, longitude, feed, evidence);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    private void require(boolean sound, String otherwise) {
        if (!sound) {
            throw new ParameterException(command.commandLine(), otherwise);
        }
    }
}
