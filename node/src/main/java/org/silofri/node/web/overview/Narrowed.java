package org.silofri.node.web.overview;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.search.Facet;
import org.silofri.node.web.listing.EntryLinks;

/**
 * A part of the catalogue, as filters of the index.
 *
 * @param filters values by facet; none of them empty
 */
public record Narrowed(Map<Facet, Set<String>> filters) {

    /** Everything. */
    public static final Narrowed NOT = new Narrowed(Map.of());

    public Narrowed {
        filters = Map.copyOf(filters);
    }

    /** The same part, narrowed further. */
    public Narrowed to(Facet facet, String... values) {
        Map<Facet, Set<String>> more = new EnumMap<>(Facet.class);
        more.putAll(filters);
        more.put(facet, Set.of(values));
        return new Narrowed(more);
    }

    /** The same part, not narrowed by that facet. */
    public Narrowed without(Facet facet) {
        Map<Facet, Set<String>> fewer = new EnumMap<>(Facet.class);
        fewer.putAll(filters);
        fewer.remove(facet);
        return new Narrowed(fewer);
    }

    /** What a city published. */
    public Narrowed to(CityId city) {
        return to(Facet.CITY, city.value());
    }

    /** Entries of a kind. */
    public Narrowed to(EntryKind kind) {
        return to(Facet.KIND, kind.path());
    }

    /** Results that disproved what was tried. */
    public Narrowed toRefuted() {
        return to(EntryKind.RESULT).to(Facet.VERDICT, "disproved");
    }

    /** Address of that part on a path, for example {@code /search}. */
    public String address(String path) {
        StringBuilder address = new StringBuilder(path);
        char before = '?';
        for (Facet facet : Facet.values()) {
            for (String value : new TreeSet<>(filters.getOrDefault(facet, Set.of()))) {
                address.append(before)
                        .append(facet.parameter())
                        .append('=')
                        .append(EntryLinks.encoded(value));
                before = '&';
            }
        }
        return address.toString();
    }
}
