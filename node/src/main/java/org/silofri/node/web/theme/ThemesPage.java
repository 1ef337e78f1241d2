package org.silofri.node.web.theme;

import java.util.Locale;
import java.util.Map;
import org.silofri.catalogue.search.Facet;
import org.silofri.node.web.overview.Narrowed;
import org.silofri.node.web.overview.Tallies;
import org.silofri.node.web.overview.Tally;
import org.silofri.node.web.overview.TallyLine;
import org.silofri.node.web.page.Page;
import org.silofri.node.web.wording.Terms;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.silofri.ontology.CodeList;
import org.silofri.ontology.Concept;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /themes}: all themes of the scheme, with what is open, tried, scaled and refuted. */
@Page
class ThemesPage {

    private final Tallies tallies;
    private final Wordings wordings;

    ThemesPage(Tallies tallies, Wordings wordings) {
        this.tallies = tallies;
        this.wordings = wordings;
    }

    @GetMapping("/themes")
    String themes(Locale locale, Model model) {
        Wording say = wordings.in(locale);
        Map<String, Tally> byTheme = tallies.by(Facet.THEME, Narrowed.NOT);
        model.addAttribute(
                "view",
                new ThemesView(
                        CodeList.THEME.concepts().stream()
                                .map(theme -> row(theme, byTheme, say))
                                .toList()));
        return "pages/themes";
    }

    private ThemesView.Row row(Concept theme, Map<String, Tally> byTheme, Wording say) {
        Narrowed part = Narrowed.NOT.to(Facet.THEME, theme.notation());
        Tally tally = byTheme.getOrDefault(theme.notation(), Tally.NONE);
        return new ThemesView.Row(
                Terms.theme(theme.notation(), say.language()),
                "/themes/" + theme.notation(),
                say.number(tallies.values(Facet.CITY, part)),
                TallyLine.of(tally, part, say));
    }
}
