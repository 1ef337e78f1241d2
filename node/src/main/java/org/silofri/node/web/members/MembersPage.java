package org.silofri.node.web.members;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.silofri.node.identity.HubLogin;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.membership.Admission;
import org.silofri.node.membership.AdmissionResult;
import org.silofri.node.membership.Member;
import org.silofri.node.membership.MemberKey;
import org.silofri.node.membership.Members;
import org.silofri.node.security.Caller;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.page.Page;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** {@code /members}: who belongs, who holds which key; the coordinator admits. */
@Page
class MembersPage {

    /** Longer than any join request. */
    private static final int MOST_CHARACTERS = 64 * 1024;

    private final NodeIdentity identity;
    private final Members members;
    private final Admission admission;
    private final Cities cities;
    private final Wordings wordings;

    MembersPage(
            NodeIdentity identity,
            Members members,
            Admission admission,
            Cities cities,
            Wordings wordings) {
        this.identity = identity;
        this.members = members;
        this.admission = admission;
        this.cities = cities;
        this.wordings = wordings;
    }

    @GetMapping("/members")
    String members(@AuthenticationPrincipal @Nullable Caller caller, Locale locale, Model model) {
        return page(caller, locale, model);
    }

    /** Admits a city by the code behind {@code silofri admit}; shows its login this once. */
    @PostMapping("/members")
    String admit(
            @RequestParam(defaultValue = "") String request,
            @AuthenticationPrincipal Caller caller,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        if (!coordinates(caller)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        answer(
                admission.admit(request.substring(0, Math.min(request.length(), MOST_CHARACTERS))),
                locale,
                model,
                response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        return page(caller, locale, model);
    }

    private void answer(
            AdmissionResult result, Locale locale, Model model, HttpServletResponse response) {
        switch (result) {
            case AdmissionResult.Admitted(var member, var login, var created) ->
                    model.addAttribute(
                            "admitted",
                            admitted(
                                    cities.name(member.city(), wordings.in(locale)),
                                    login,
                                    created));
            case AdmissionResult.Refused(var reason) -> failed(reason, model, response);
        }
    }

    private static MemberView.Admitted admitted(
            String city, @Nullable HubLogin login, boolean created) {
        return new MemberView.Admitted(
                city,
                created,
                login == null ? null : login.user(),
                login == null ? null : login.password());
    }

    private static void failed(String reason, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("failure", reason);
    }

    private String page(@Nullable Caller caller, Locale locale, Model model) {
        Wording say = wordings.in(locale);
        model.addAttribute("coordinates", coordinates(caller));
        model.addAttribute(
                "view",
                members.all().stream()
                        .map(member -> view(member, say))
                        .sorted(
                                Comparator.comparing(
                                        member -> member.city().city().label(), say.alphabetical()))
                        .toList());
        return "pages/board-members";
    }

    private boolean coordinates(@Nullable Caller caller) {
        return caller != null
                && identity.coordinator()
                && caller.coordinates(identity.network().coordinator());
    }

    private MemberView view(Member member, Wording say) {
        return new MemberView(
                cities.line(member.city(), say),
                member.state() == Member.State.ACTIVE,
                cities.heldBy(member.city(), say),
                member.base().value(),
                keys(member.keys(), say),
                member.membershipEvidence().orElse(null));
    }

    /** A key signs until the next one begins. */
    private static List<MemberView.Key> keys(List<MemberKey> keys, Wording say) {
        List<MemberView.Key> views = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            String from = keys.get(i).validFrom().toString();
            String validity =
                    i + 1 < keys.size()
                            ? say.say(
                                    "board.members.key.until",
                                    from,
                                    keys.get(i + 1).validFrom().toString())
                            : say.say("board.members.key.from", from);
            views.add(new MemberView.Key(keys.get(i).key().kid(), validity));
        }
        return views;
    }
}
