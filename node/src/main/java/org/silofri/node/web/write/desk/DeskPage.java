package org.silofri.node.web.write.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.intake.draft.Draft;
import org.silofri.node.intake.draft.Drafts;
import org.silofri.node.security.Caller;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.page.Page;
import org.silofri.node.web.wording.Terms;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.silofri.node.web.write.Writers;
import org.silofri.node.web.write.form.Entered;
import org.silofri.node.web.write.form.Fields;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** {@code /write}: begin something, my drafts, what waits for me, news about our entries. */
@Page
class DeskPage {

    private static final Set<String> DONE = Set.of("submitted", "returned", "discarded");

    private final Writers writers;
    private final Drafts drafts;
    private final OwnNews news;
    private final Cities cities;
    private final Wordings wordings;

    DeskPage(Writers writers, Drafts drafts, OwnNews news, Cities cities, Wordings wordings) {
        this.writers = writers;
        this.drafts = drafts;
        this.news = news;
        this.cities = cities;
        this.wordings = wordings;
    }

    @GetMapping("/write")
    String desk(
            @RequestParam(required = false) @Nullable String done,
            @AuthenticationPrincipal Caller caller,
            Locale locale,
            Model model) {
        List<CityId> own = writers.cities(caller);
        if (own.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Wording say = wordings.in(locale);
        List<DeskView.Line> waiting = new ArrayList<>();
        List<DeskView.Line> mine = new ArrayList<>();
        List<DeskView.Line> others = new ArrayList<>();
        for (Draft draft : drafts.of(own)) {
            boolean isMine = draft.author().id().equals(Writers.author(caller).id());
            (isTurnOf(caller, draft, isMine) ? waiting : isMine ? mine : others)
                    .add(line(draft, say));
        }
        model.addAttribute(
                "view",
                new DeskView(
                        done != null && DONE.contains(done)
                                ? say.say("writing.done." + done)
                                : null,
                        own.stream().map(city -> cities.term(city, say)).toList(),
                        Fields.KINDS.stream()
                                .map(kind -> Terms.kind(kind, say.language()))
                                .toList(),
                        own.stream().anyMatch(caller::mayPublish),
                        waiting,
                        mine,
                        others,
                        news.about(own, say)));
        return "pages/write-desk";
    }

    private static boolean isTurnOf(Caller caller, Draft draft, boolean isMine) {
        return switch (draft.state()) {
            case OPEN -> false;
            case SUBMITTED -> caller.mayPublish(draft.subject().city());
            case RETURNED -> isMine;
        };
    }

    private DeskView.Line line(Draft draft, Wording say) {
        var titles = new Entered(draft.content()).texts("title");
        return new DeskView.Line(
                "/write/draft/" + draft.id(),
                titles.isEmpty()
                        ? Text.plain(say.say("writing.untitled"))
                        : Text.pick(titles, say.language()),
                Terms.kind(draft.subject().kind(), say.language()),
                cities.term(draft.subject().city(), say),
                say.say("writing.state." + draft.state()),
                draft.author().name(),
                draft.subject().entry() != null,
                say.when(draft.changed()),
                draft.comment());
    }
}
