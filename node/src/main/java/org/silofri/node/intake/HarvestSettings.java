package org.silofri.node.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Portals that are harvested; none by default. The named hosts are the only ones that the node ever
 * fetches for a connector.
 *
 * @param every pause between two harvests of all sources; default 6 h
 * @param sources the portals
 */
@Validated
@ConfigurationProperties("silofri.ckan")
record HarvestSettings(
        @DefaultValue("6h") Duration every, @DefaultValue List<@Valid Source> sources) {

    /** Copies. */
    HarvestSettings {
        sources = List.copyOf(sources);
    }

    /**
     * A CKAN portal.
     *
     * @param name by which its state is kept
     * @param portal address above {@code /api/3/action}, without a slash at the end
     * @param city own city whose entries its packages become; default: the node's own
     * @param language of its texts, for example {@code nb}
     * @param filter Solr filter; default none
     * @param mapping file with the CONSTRUCT query; default: the shipped one
     */
    record Source(
            @NotNull @Pattern(regexp = "[a-z0-9-]{2,40}") String name,
            @NotNull URI portal,
            @Nullable String city,
            @DefaultValue("en") String language,
            @DefaultValue("") String filter,
            @Nullable Path mapping) {}
}
