package org.silofri.node.web.follow;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.graph.EntrySummary;
import org.silofri.node.follow.FollowResult;
import org.silofri.node.follow.FollowTarget;
import org.silofri.node.follow.Follows;
import org.silofri.node.follow.News;
import org.silofri.node.follow.NewsItem;
import org.silofri.node.follow.digest.Digests;
import org.silofri.node.follow.digest.Digests.Standing;
import org.silofri.node.follow.digest.Rhythm;
import org.silofri.node.follow.digest.Trouble;
import org.silofri.node.security.Caller;
import org.silofri.node.security.WayBack;
import org.silofri.node.security.account.Account;
import org.silofri.node.security.account.Accounts;
import org.silofri.node.web.listing.EntryLines;
import org.silofri.node.web.page.Page;
import org.silofri.node.web.page.SeeOther;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** {@code /account/follows}: what somebody follows, what is new in it, how it is told. */
@Page
@RequestMapping(FollowsPage.PATH)
class FollowsPage {

    static final String PATH = "/account/follows";

    private final Follows follows;
    private final Digests digests;
    private final Accounts accounts;
    private final FollowLabels labels;
    private final EntryLines lines;
    private final Wordings wordings;

    FollowsPage(
            Follows follows,
            Digests digests,
            Accounts accounts,
            FollowLabels labels,
            EntryLines lines,
            Wordings wordings) {
        this.follows = follows;
        this.digests = digests;
        this.accounts = accounts;
        this.labels = labels;
        this.lines = lines;
        this.wordings = wordings;
    }

    @GetMapping
    String page(@AuthenticationPrincipal Caller caller, Locale locale, Model model) {
        Account account = account(caller);
        Wording say = wordings.in(locale);
        Standing standing = digests.standing(account.id());
        News next = digests.next(account.id(), say.language(), caller.edits());
        model.addAttribute(
                "view",
                new FollowsView(
                        follows.of(account.id()).stream()
                                .map(follow -> labels.line(follow, say))
                                .toList(),
                        next.items().stream()
                                .filter(item -> item.what() != NewsItem.What.WITHDRAWN)
                                .map(FollowsPage::summary)
                                .map(entry -> lines.line(entry, say))
                                .toList(),
                        next.count(),
                        digests.mails(),
                        account.email(),
                        standing.rhythm().name().toLowerCase(Locale.ROOT),
                        trouble(standing, say)));
        return "pages/follows";
    }

    @PostMapping
    RedirectView follow(
            @AuthenticationPrincipal Caller caller,
            @RequestParam String kind,
            @RequestParam String subject,
            @RequestParam(required = false) @Nullable String back,
            RedirectAttributes flash) {
        FollowResult result = digests.follow(account(caller).id(), target(kind, subject));
        flash.addFlashAttribute("followed", result == FollowResult.TOO_MANY ? "toomany" : "added");
        return SeeOther.to(back(back));
    }

    @PostMapping("/remove")
    RedirectView remove(
            @AuthenticationPrincipal Caller caller,
            @RequestParam String kind,
            @RequestParam String subject,
            @RequestParam(required = false) @Nullable String back) {
        follows.remove(account(caller).id(), target(kind, subject));
        return SeeOther.to(back(back));
    }

    @PostMapping("/digest")
    RedirectView digest(
            @AuthenticationPrincipal Caller caller,
            @RequestParam String rhythm,
            RedirectAttributes flash) {
        Rhythm wanted =
                switch (rhythm) {
                    case "off" -> Rhythm.OFF;
                    case "daily" -> Rhythm.DAILY;
                    case "weekly" -> Rhythm.WEEKLY;
                    default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
                };
        digests.choose(account(caller).id(), wanted);
        flash.addFlashAttribute("saved", true);
        return SeeOther.to(PATH);
    }

    @PostMapping("/again")
    RedirectView again(@AuthenticationPrincipal Caller caller) {
        digests.again(account(caller).id());
        return SeeOther.to(PATH);
    }

    private Account account(Caller caller) {
        return accounts.of(caller)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    private static FollowTarget target(String kind, String subject) {
        return FollowTarget.of(kind, subject)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    private static String back(@Nullable String wished) {
        return wished == null ? PATH : WayBack.local(wished);
    }

    private static EntrySummary summary(NewsItem item) {
        return new EntrySummary(
                item.entry(),
                item.entry().kind(),
                item.city(),
                item.title(),
                item.time(),
                item.verdict(),
                item.rung(),
                item.themes());
    }

    private static FollowsView.@Nullable TroubleView trouble(Standing standing, Wording say) {
        Trouble trouble = standing.trouble();
        Instant at = standing.troubleAt();
        return trouble == null || at == null
                ? null
                : new FollowsView.TroubleView(
                        trouble.name().toLowerCase(Locale.ROOT),
                        say.when(at),
                        Optional.ofNullable(standing.answer())
                                .filter(_ -> trouble == Trouble.REFUSED)
                                .orElse(null),
                        standing.paused());
    }
}
