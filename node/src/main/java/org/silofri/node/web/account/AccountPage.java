package org.silofri.node.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import org.silofri.node.security.Caller;
import org.silofri.node.security.account.Account;
import org.silofri.node.security.account.AccountResult;
import org.silofri.node.security.account.Accounts;
import org.silofri.node.security.account.Sessions;
import org.silofri.node.web.page.Page;
import org.silofri.node.web.page.PageLanguage;
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

/** {@code /account}: what somebody is called, which language it reads, what it may do. */
@Page
@RequestMapping("/account")
class AccountPage {

    private static final String TEMPLATE = "pages/account";

    private final Accounts accounts;
    private final Sessions sessions;
    private final Rights rights;
    private final PageLanguage languages;
    private final Wordings wordings;

    AccountPage(
            Accounts accounts,
            Sessions sessions,
            Rights rights,
            PageLanguage languages,
            Wordings wordings) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.rights = rights;
        this.languages = languages;
        this.wordings = wordings;
    }

    @GetMapping
    String show(@AuthenticationPrincipal Caller caller, Locale locale, Model model) {
        Account account = accounts.of(caller).orElseThrow();
        model.addAttribute(
                "view",
                new AccountView(
                        account.name(),
                        account.display(),
                        Objects.requireNonNullElse(account.email(), ""),
                        Objects.requireNonNullElse(account.language(), ""),
                        rights.of(account.grants(), wordings.in(locale)),
                        null));
        return TEMPLATE;
    }

    @PostMapping
    Object change(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "") String display,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String language,
            HttpServletResponse response,
            Locale locale,
            Model model,
            RedirectAttributes after) {
        return switch (accounts.describe(caller, display, email, language)) {
            case AccountResult.Done(var account, var oneTime) -> {
                languages.prefer(account.language(), response);
                after.addFlashAttribute("done", "account.saved");
                yield SeeOther.to("/account");
            }
            case AccountResult.Refused(var objection) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                Wording say = wordings.in(locale);
                Account account = accounts.of(caller).orElseThrow();
                model.addAttribute(
                        "view",
                        new AccountView(
                                account.name(),
                                display,
                                email,
                                language,
                                rights.of(account.grants(), say),
                                say.say(objection.key())));
                yield TEMPLATE;
            }
        };
    }

    /** Ends the sessions in all other browsers. */
    @PostMapping("/sessions")
    RedirectView endElsewhere(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            RedirectAttributes after) {
        if (accounts.endSessions(caller) instanceof AccountResult.Done(var account, var none)) {
            sessions.keep(request, account);
            after.addFlashAttribute("done", "account.sessions.ended");
        }
        return SeeOther.to("/account");
    }
}
