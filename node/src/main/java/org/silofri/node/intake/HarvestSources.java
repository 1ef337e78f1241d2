package org.silofri.node.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.connectors.ckan.CkanHarvest;
import org.silofri.connectors.ckan.CkanSource;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.identity.NotStartable;

/** Reads the configured portals, and refuses at the start what would fail hours later. */
final class HarvestSources {

    private static final String KEY = "silofri.ckan.sources";

    private final NodeIdentity identity;

    HarvestSources(NodeIdentity identity) {
        this.identity = identity;
    }

    /**
     * @throws NotStartable if a portal, its mapping or its city is of no use
     */
    List<CkanSource> of(HarvestSettings settings) {
        Set<String> names = new HashSet<>();
        for (HarvestSettings.Source source : settings.sources()) {
            if (!names.add(source.name())) {
                throw new NotStartable(
                        "Two of %s have the name %s".formatted(KEY, source.name()),
                        "give each portal a name of its own; its progress is kept by it");
            }
        }
        return settings.sources().stream().map(this::source).toList();
    }

    private CkanSource source(HarvestSettings.Source source) {
        String named = source.city();
        try {
            CityId city = named == null ? identity.name() : new CityId(named);
            if (!identity.owns(city)) {
                throw new NotStartable(
                        "Portal %s is for %s, but this node writes for %s"
                                .formatted(source.name(), city, identity.ownCities()),
                        "name one of these in %s, or host the city first".formatted(KEY));
            }
            CkanSource made =
                    new CkanSource(
                            source.name(),
                            source.portal(),
                            city,
                            source.language(),
                            source.filter(),
                            mapping(source.mapping()),
                            limits(source));
            CkanHarvest.check(made);
            return made;
        } catch (IllegalArgumentException e) {
            throw new NotStartable(
                    "Portal %s cannot be harvested: %s".formatted(source.name(), e.getMessage()),
                    "mend it in %s (docs/ckan.md)".formatted(KEY));
        }
    }

    private static CkanSource.Limits limits(HarvestSettings.Source source) {
        CkanSource.Limits usual = CkanSource.Limits.DEFAULT;
        Duration timeout = source.timeout();
        return new CkanSource.Limits(
                source.pageSize(),
                usual.mostPages(),
                usual.bodyBytes(),
                timeout,
                source.retries(),
                source.firstPause(),
                usual.longestDelay());
    }

    private static String mapping(@Nullable Path file) {
        if (file == null) {
            return CkanHarvest.shippedMapping();
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new NotStartable(
                    "The mapping %s cannot be read".formatted(file),
                    "mend the path in %s, or leave it out for the shipped one".formatted(KEY));
        }
    }
}
