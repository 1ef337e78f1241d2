package org.silofri.node.web.entry;

import java.util.Map;
import org.silofri.node.web.listing.EntryLinks;
import org.silofri.node.web.wording.Text;

/** Names of the licences that open data commonly carry. */
final class Licences {

    private static final String EU = "publications.europa.eu/resource/authority/licence/";
    private static final String CC = "creativecommons.org/";

    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry(CC + "publicdomain/zero/1.0", "CC0 1.0"),
                    Map.entry(CC + "licenses/by/4.0", "CC BY 4.0"),
                    Map.entry(CC + "licenses/by-sa/4.0", "CC BY-SA 4.0"),
                    Map.entry(EU + "CC0", "CC0 1.0"),
                    Map.entry(EU + "CC_BY_4_0", "CC BY 4.0"),
                    Map.entry(EU + "CC_BYSA_4_0", "CC BY-SA 4.0"),
                    Map.entry("data.norge.no/nlod/no/2.0", "NLOD 2.0"));

    private Licences() {}

    /** The licence by name where it has one, with its text. */
    static EntryView.Value value(String iri) {
        String shown = EntryLinks.shown(iri);
        return new EntryView.Value(
                Text.plain(NAMES.getOrDefault(shown, shown)),
                EntryLinks.web(iri).orElse(null),
                true);
    }
}
