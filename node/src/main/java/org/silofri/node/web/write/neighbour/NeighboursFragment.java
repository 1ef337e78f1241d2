package org.silofri.node.web.write.neighbour;

import java.util.List;
import java.util.Locale;
import org.silofri.node.web.page.Page;
import org.silofri.node.web.wording.Wordings;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /write/similar}: the neighbours as a piece of a page, while the title is typed. */
@Page
class NeighboursFragment {

    private static final int LONGEST = 300;
    private static final int MOST_THEMES = 14;

    private final Neighbours neighbours;
    private final Wordings wordings;

    NeighboursFragment(Neighbours neighbours, Wordings wordings) {
        this.neighbours = neighbours;
        this.wordings = wordings;
    }

    @GetMapping("/write/similar")
    String similar(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") List<String> theme,
            @RequestParam(defaultValue = "") String itself,
            Locale locale,
            Model model) {
        String title = text.substring(0, Math.min(text.length(), LONGEST));
        model.addAttribute(
                "neighbours",
                neighbours.of(
                        title,
                        theme.stream().limit(MOST_THEMES).toList(),
                        itself,
                        wordings.in(locale)));
        return "fragments/neighbours :: neighbours";
    }
}
