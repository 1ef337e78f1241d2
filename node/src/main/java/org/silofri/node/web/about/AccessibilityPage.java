package org.silofri.node.web.about;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.silofri.node.identity.NodeSettings;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.page.LookSettings;
import org.silofri.node.web.page.Page;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * {@code /accessibility}: the statement that public bodies owe their readers.
 *
 * @see <a href="https://eur-lex.europa.eu/eli/dec_impl/2018/1523/oj">Implementing Decision (EU)
 *     2018/1523, model statement</a>
 */
@Page
class AccessibilityPage {

    /** When the pages were last gone through; to be changed with every review. */
    private static final LocalDate REVIEWED = LocalDate.of(2026, 11, 25);

    private final NodeSettings settings;
    private final LookSettings look;
    private final Cities cities;
    private final Wordings wordings;

    AccessibilityPage(NodeSettings settings, LookSettings look, Cities cities, Wordings wordings) {
        this.settings = settings;
        this.look = look;
        this.cities = cities;
        this.wordings = wordings;
    }

    @GetMapping("/accessibility")
    String statement(Locale locale, Model model) {
        Wording say = wordings.in(locale);
        model.addAttribute(
                "view",
                new StatementView(
                        cities.name(settings.city(), say),
                        settings.url().toString(),
                        DateTimeFormatter.ofPattern(say.say("time.date"), locale).format(REVIEWED),
                        look.mailbox().orElse(null)));
        return "pages/accessibility";
    }
}
