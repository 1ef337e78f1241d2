package org.silofri.connectors.tabular.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.NodeFactory;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.connectors.tabular.value.Parsed.Value;

/**
 * Turns what a row writes about another entry into its IRI: a full IRI, the key of a row in the
 * same file, {@code kind/key} of the own city or {@code city/kind/key}.
 */
public final class References {

    private static final Pattern PATH =
            Pattern.compile(
                    "(?:([a-z0-9-]{2,40})/)?([a-z-]{2,30})/([A-Za-z0-9][A-Za-z0-9._~-]{0,99})");

    private final CityBases bases;
    private final Map<String, List<Target>> byKey = new HashMap<>();

    private record Target(CityId city, EntryIri entry) {}

    public References(CityBases bases) {
        this.bases = bases;
    }

    public void add(CityId city, EntryIri entry) {
        byKey.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(new Target(city, entry));
    }

    /** The entry that {@code text} means in a row of {@code own}. */
    public Parsed resolve(String text, CityId own) {
        if (text.startsWith("http://") || text.startsWith("https://")) {
            return EntryIri.parse(text)
                    .map(References::value)
                    .orElseGet(() -> Parsed.bad("cell.entry-iri", text));
        }
        Matcher path = PATH.matcher(text);
        return path.matches() ? byPath(path, own, text) : byKey(text, own);
    }

    private Parsed byPath(Matcher path, CityId own, String text) {
        CityId city = path.group(1) == null ? own : new CityId(path.group(1));
        Optional<EntryKind> kind = EntryKind.ofPath(path.group(2));
        if (kind.isEmpty()) {
            return Parsed.bad("cell.reference-kind", text);
        }
        return bases.base(city)
                .map(base -> value(base.entry(kind.get(), path.group(3))))
                .orElseGet(() -> Parsed.bad("cell.reference-city", text, city.value()));
    }

    private Parsed byKey(String text, CityId own) {
        List<Target> targets = byKey.getOrDefault(text, List.of());
        List<Target> ofOwn = targets.stream().filter(t -> t.city().equals(own)).toList();
        List<Target> chosen = ofOwn.isEmpty() ? targets : ofOwn;
        return switch (chosen.size()) {
            case 0 -> Parsed.bad("cell.reference-unknown", text);
            case 1 -> value(chosen.getFirst().entry());
            default -> Parsed.bad("cell.reference-ambiguous", text);
        };
    }

    private static Parsed value(EntryIri entry) {
        return new Value(NodeFactory.createURI(entry.value()));
    }
}
