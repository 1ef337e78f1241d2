package org.silofri.node.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
 * @param first pause between the start of the node and the first harvest; default 2 min
 * @param every pause between two harvests of all sources; default 6 h
 * @param sources the portals
 */
@Validated
@ConfigurationProperties("silofri.ckan")
record HarvestSettings(
        @DefaultValue("2m") Duration first,
        @DefaultValue("6h") Duration every,
        @DefaultValue List<@Valid Source> sources) {

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
     * @param pageSize packages asked for at once, 1 to 1,000; default 100
     * @param timeout of one answer; default 30 s
     * @param retries how often a page that fails is asked again; default 5
     * @param firstPause before it is asked again, doubled each time; default 2 s
     */
    record Source(
            @NotNull @Pattern(regexp = "[a-z0-9-]{2,40}") String name,
            @NotNull URI portal,
            @Nullable String city,
            @DefaultValue("en") String language,
            @DefaultValue("") String filter,
            @Nullable Path mapping,
            @DefaultValue("100") @Min(1) @Max(1_000) int pageSize,
            @DefaultValue("30s") Duration timeout,
            @DefaultValue("5") @Min(0) @Max(20) int retries,
            @DefaultValue("2s") Duration firstPause) {}
}
