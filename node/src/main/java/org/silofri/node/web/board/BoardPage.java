package org.silofri.node.web.board;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.node.security.Caller;
import org.silofri.node.web.page.Page;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** {@code /board}: shared problems and cities, who leads and what waits for whom. */
@Page
class BoardPage {

    private final BoardData data;
    private final BoardViews board;
    private final ProblemViews problems;
    private final GroupForms groups;
    private final Wordings wordings;

    BoardPage(
            BoardData data,
            BoardViews board,
            ProblemViews problems,
            GroupForms groups,
            Wordings wordings) {
        this.data = data;
        this.board = board;
        this.problems = problems;
        this.groups = groups;
        this.wordings = wordings;
    }

    @GetMapping("/board")
    String board(
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String waiting,
            @RequestParam(defaultValue = "") String at,
            Locale locale,
            Model model) {
        BoardFilter filter = BoardFilter.of(theme, waiting, at, data.now());
        model.addAttribute("view", board.view(filter, data.moment(), wordings.in(locale)));
        return "pages/board";
    }

    @GetMapping("/board/{key}")
    String problem(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String at,
            @AuthenticationPrincipal @Nullable Caller caller,
            Locale locale,
            Model model) {
        Wording say = wordings.in(locale);
        BoardData.Moment moment = data.moment();
        Optional<EntryIri> found =
                moment.leads().problems().keySet().stream()
                        .filter(entry -> entry.key().equals(key))
                        .findFirst();
        if (found.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        BoardFilter filter = BoardFilter.of("", "", at, data.now());
        model.addAttribute("view", problems.view(found.get(), filter, moment, caller, say));
        return "pages/board-problem";
    }

    /** The coordinator's form for a new shared problem. */
    @GetMapping("/lead/new")
    String form(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String theme,
            Locale locale,
            Model model) {
        model.addAttribute("view", groups.view(q, theme, wordings.in(locale)));
        return "pages/board-group";
    }
}
