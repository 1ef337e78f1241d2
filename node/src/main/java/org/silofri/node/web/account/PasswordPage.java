package org.silofri.node.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.silofri.node.security.Caller;
import org.silofri.node.security.account.Account;
import org.silofri.node.security.account.AccountResult;
import org.silofri.node.security.account.Accounts;
import org.silofri.node.security.account.Sessions;
import org.silofri.node.web.page.Page;
import org.silofri.node.web.page.SeeOther;
import org.silofri.node.web.wording.Wordings;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /account/password}: a new password for the own account. */
@Page
@RequestMapping("/account/password")
class PasswordPage {

    private static final String TEMPLATE = "pages/password";

    private final Accounts accounts;
    private final Sessions sessions;
    private final Wordings wordings;

    PasswordPage(Accounts accounts, Sessions sessions, Wordings wordings) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.wordings = wordings;
    }

    @GetMapping
    String form(@AuthenticationPrincipal Caller caller, Model model) {
        return shown(caller, null, model);
    }

    @PostMapping
    Object change(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model,
            RedirectAttributes after) {
        if (!next.equals(again)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(caller, wordings.in(locale).say("account.password.differs"), model);
        }
        return switch (accounts.changePassword(caller, present, next)) {
            case AccountResult.Done(var account, var oneTime) -> {
                sessions.keep(request, account);
                after.addFlashAttribute("done", "account.password.changed");
                yield SeeOther.to("/account");
            }
            case AccountResult.Refused(var objection) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield shown(caller, wordings.in(locale).say(objection.key()), model);
            }
        };
    }

    private String shown(Caller caller, @Nullable String problem, Model model) {
        Account account = accounts.of(caller).orElseThrow();
        model.addAttribute("view", new PasswordView(account.name(), account.mustChange(), problem));
        return TEMPLATE;
    }
}
