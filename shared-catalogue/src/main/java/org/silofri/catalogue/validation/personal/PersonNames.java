package org.silofri.catalogue.validation.personal;

import java.util.regex.Pattern;

/**
 * Suspects a named person where a title or "contact" stands before two or more capitalised words.
 * Only ever a reason to ask: streets and firms bear people's names.
 */
final class PersonNames {

    private static final String NAME = "\\p{Lu}[\\p{Ll}'-]+";

    private static final Pattern TITLED =
            Pattern.compile(
                    "(?<!\\p{L})(?i:borgmester(?:en)?|borgermester(?:en)?|ordfører(?:en|ar|aren)?|"
                            + "rådmand(?:en)?|direktør(?:en)?|direktören|direktör|projektleder(?:en)?|"
                            + "prosjektleder(?:en)?|prosjektleiar(?:en)?|projektledare(?:n)?|"
                            + "kontaktperson(?:en)?|konsulent(?:en)?|sekretær(?:en)?|chef(?:en)?|"
                            + "afdelingschef(?:en)?|kommunalråd(?:et)?|borgarråd(?:et)?|"
                            + "pormestari|apulaispormestari|johtaja|projektipäällikkö|yhteyshenkilö|"
                            + "borgarstjóri(?:nn)?|verkefnisstjóri(?:nn)?|tengiliður|"
                            + "mayor|director|project manager|contact person|professor(?:en)?|"
                            + "hr|fru|frk|mr|mrs|ms|dr|herra|rouva)\\.?:?,? "
                            + NAME
                            + "(?: \\p{Lu}\\.)?(?: "
                            + NAME
                            + ")+");

    private PersonNames() {}

    static boolean isIn(String text) {
        return TITLED.matcher(text).find();
    }
}
