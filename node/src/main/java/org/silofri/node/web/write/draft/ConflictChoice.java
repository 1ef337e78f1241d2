package org.silofri.node.web.write.draft;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.silofri.node.intake.draft.Draft;
import org.silofri.node.intake.draft.DraftResult;
import org.silofri.node.intake.draft.Drafts;
import org.silofri.node.security.Caller;
import org.silofri.node.web.page.Page;
import org.silofri.node.web.page.SeeOther;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.silofri.node.web.write.Writers;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The choice between two versions; it is kept as a draft and publishes nothing. */
@Page
class ConflictChoice {

    private final Drafts drafts;
    private final Conflicts conflicts;
    private final Wordings wordings;

    ConflictChoice(Drafts drafts, Conflicts conflicts, Wordings wordings) {
        this.drafts = drafts;
        this.conflicts = conflicts;
        this.wordings = wordings;
    }

    @PostMapping("/write/draft/{id}/settled")
    Object settle(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") String basis,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Optional<Draft> kept =
                drafts.find(id).filter(draft -> caller.mayEdit(draft.subject().city()));
        if (kept.isEmpty()) {
            response.setStatus(HttpStatus.GONE.value());
            return DraftChanges.GONE;
        }
        Draft theirs = kept.get();
        Draft settled =
                basis.isEmpty()
                        ? conflicts.settled(theirs, sent)
                        : conflicts.settled(theirs, basis, sent).orElse(theirs);
        Wording say = wordings.in(locale);
        DraftResult result =
                theirs.version() == version
                        ? drafts.keep(settled, Writers.author(caller))
                        : new DraftResult.Overtaken(theirs);
        return switch (result) {
            case DraftResult.Kept(var done) ->
                    SeeOther.to("/write/draft/" + done.id() + "?done=settled");
            case DraftResult.Overtaken(var newer) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("view", conflicts.ofDrafts(settled, newer, say));
                yield DraftChanges.CONFLICT;
            }
            case DraftResult.Gone gone -> {
                response.setStatus(HttpStatus.GONE.value());
                yield DraftChanges.GONE;
            }
            // no more than what both hold, which was kept before
            case DraftResult.Full full -> SeeOther.to("/write/draft/" + id);
        };
    }
}
