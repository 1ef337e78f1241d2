package org.silofri.node.identity;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which node this is.
 *
 * @param name city (or coordinator) whose node this is, for example {@code copenhagen}
 * @param data folder with all that the node keeps; one node a folder
 * @param url where the node answers over HTTP; becomes the base IRI of its city at {@code init} and
 *     is then fixed
 * @param state folder outside {@code data} for the instance marker (F8), so that a copied or
 *     restored data folder is told from the living one; default {@code $XDG_STATE_HOME/silofri} or
 *     {@code ~/.local/state/silofri}
 */
@ConfigurationProperties("silofri.node")
public record NodeSettings(String name, Path data, URI url, @Nullable Path state) {

    /**
     * Checked here and not by annotations, since commands read them without Spring.
     *
     * @throws NotStartable if one is missing or of no use
     */
    public NodeSettings {
        require(name, "name", "such as copenhagen");
        require(data, "data", "the folder of the node");
        require(url, "url", "where the node answers, such as https://silofri.city.example");
        if (!CityId.isValid(name)) {
            throw new NotStartable(
                    "silofri.node.name \"%s\" cannot be a city id".formatted(name),
                    "write 2 to 40 of a to z, 0 to 9 and hyphen, such as copenhagen");
        }
    }

    private static void require(@Nullable Object value, String setting, String example) {
        if (value == null) {
            throw new NotStartable(
                    "The configuration does not set silofri.node." + setting, "set it: " + example);
        }
    }

    /** The name as a city id. */
    public CityId city() {
        return new CityId(name);
    }

    /** The url as the base IRI that it becomes at {@code init}. */
    public BaseIri base() {
        return new BaseIri(url.toString());
    }
}
