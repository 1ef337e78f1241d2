package org.silofri.node.web.account;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silofri.node.security.Audit;
import org.silofri.node.security.AuditAction;
import org.silofri.node.security.Caller;
import org.silofri.node.security.Grant;
import org.silofri.node.security.Role;
import org.silofri.node.security.TokenGrant;
import org.silofri.node.security.TokenStore;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** {@code /account/tokens}: tokens for programs, with what their owner may do and no more. */
@Page
@RequestMapping("/account/tokens")
class TokensPage {

    private static final String TEMPLATE = "pages/tokens";
    private static final Set<Role> USEFUL = EnumSet.of(Role.PUBLISHER, Role.COORDINATOR);

    private final TokenStore tokens;
    private final Audit audit;
    private final Rights rights;
    private final Wordings wordings;
    private final InstantSource clock;

    TokensPage(
            TokenStore tokens, Audit audit, Rights rights, Wordings wordings, InstantSource clock) {
        this.tokens = tokens;
        this.audit = audit;
        this.rights = rights;
        this.wordings = wordings;
        this.clock = clock;
    }

    @GetMapping
    String list(@AuthenticationPrincipal Caller caller, Locale locale, Model model) {
        return shown(caller, "", null, wordings.in(locale), model);
    }

    @PostMapping
    Object make(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String grant,
            @RequestParam(defaultValue = "90") int days,
            HttpServletResponse response,
            Locale locale,
            Model model,
            RedirectAttributes after) {
        Optional<Grant> wished =
                offered(caller).filter(own -> value(own).equals(grant)).findFirst();
        if (wished.isEmpty() || label.isBlank() || days < 1 || days > TokenStore.LONGEST.toDays()) {
            return refused("account.tokens.form", caller, label, response, locale, model);
        }
        try {
            String text = tokens.issue(caller, wished.get(), label.strip(), Duration.ofDays(days));
            audit.record(caller, AuditAction.TOKEN_MADE, label.strip(), wished.get().city());
            after.addFlashAttribute("token", text);
            return SeeOther.to("/account/tokens");
        } catch (IllegalArgumentException e) {
            return refused("account.tokens.refused", caller, label, response, locale, model);
        }
    }

    @PostMapping("/revoke")
    RedirectView revoke(
            @AuthenticationPrincipal Caller caller,
            @RequestParam String id,
            RedirectAttributes after) {
        tokens.revoke(caller, id)
                .ifPresent(token -> {
                    audit.record(caller, AuditAction.TOKEN_REVOKED, token.label(), token.city());
                    after.addFlashAttribute("done", "account.tokens.revoked.done");
                });
        return SeeOther.to("/account/tokens");
    }

    private String refused(
            String key,
            Caller caller,
            String label,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Wording say = wordings.in(locale);
        String problem = say.say(key, TokenStore.MOST, TokenStore.LONGEST.toDays());
        return shown(caller, label, problem, say, model);
    }

    private String shown(
            Caller caller, String label, @Nullable String problem, Wording say, Model model) {
        Instant now = clock.instant();
        List<TokensView.Line> lines =
                tokens.list(caller).stream().map(token -> line(token, now, say)).toList();
        List<TokensView.Choice> choices =
                offered(caller)
                        .map(own -> new TokensView.Choice(value(own), rights.of(own, say)))
                        .toList();
        model.addAttribute("view", new TokensView(lines, choices, label, problem));
        return TEMPLATE;
    }

    private static Stream<Grant> offered(Caller caller) {
        return caller.grants().stream().filter(grant -> USEFUL.contains(grant.role()));
    }

    private static String value(Grant grant) {
        return grant.role() + "@" + grant.city();
    }

    private TokensView.Line line(TokenGrant token, Instant now, Wording say) {
        String state = token.revoked() ? "revoked" : token.validAt(now) ? "valid" : "expired";
        return new TokensView.Line(
                token.id(),
                token.label(),
                rights.of(new Grant(token.role(), token.city()), say),
                say.when(token.expires()).exact(),
                state);
    }
}
