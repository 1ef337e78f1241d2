package org.silofri.node.identity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

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
@Validated
@ConfigurationProperties("silofri.node")
public record NodeSettings(
        @NotNull @Pattern(regexp = "[a-z0-9-]{2,40}") String name,
        @NotNull Path data,
        @NotNull URI url,
        @Nullable Path state) {

    /** The name as a city id. */
    public CityId city() {
        return new CityId(name);
    }

    /** The url as the base IRI that it becomes at {@code init}. */
    public BaseIri base() {
        return new BaseIri(url.toString());
    }
}
