package org.silofri.node.web.entry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.silofri.node.web.listing.EntryLinks;
import org.silofri.node.web.wording.Text;

/** Names of the licences that open data commonly carry. */
public final class Licences {

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

    private static final Map<String, String> OFFERED = offer();

    private Licences() {}

    private static Map<String, String> offer() {
        Map<String, String> offered = new LinkedHashMap<>();
        offered.put("https://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0");
        offered.put("https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0");
        offered.put("https://creativecommons.org/licenses/by-sa/4.0/", "CC BY-SA 4.0");
        offered.put("https://data.norge.no/nlod/no/2.0", "NLOD 2.0");
        return Collections.unmodifiableMap(offered);
    }

    /** The licences that a form offers: IRI and name, the freest first. */
    public static Map<String, String> offered() {
        return OFFERED;
    }

    /** The licence by name where it has one, else its address. */
    public static String name(String iri) {
        String shown = EntryLinks.shown(iri);
        return NAMES.getOrDefault(shown, shown);
    }

    /** The licence by name where it has one, with its text. */
    static EntryView.Value value(String iri) {
        return new EntryView.Value(Text.plain(name(iri)), EntryLinks.web(iri).orElse(null), true);
    }
}
