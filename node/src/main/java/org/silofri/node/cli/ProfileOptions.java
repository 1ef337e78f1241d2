package org.silofri.node.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silofri.node.identity.CityProfile;
import picocli.CommandLine.Option;

/** What people read of a city; given once, at {@code init} or when it is hosted. */
final class ProfileOptions {

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
                    "where it is decided that the city takes part; without it, it is shown as an example")
    private @Nullable String evidence;

    CityProfile profile() {
        return new CityProfile(names, country, language, latitude, longitude, null, evidence);
    }
}
