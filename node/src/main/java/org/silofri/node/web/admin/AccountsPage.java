package org.silofri.node.web.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silofri.node.security.Caller;
import org.silofri.node.security.Grant;
import org.silofri.node.security.account.Account;
import org.silofri.node.security.account.AccountResult;
import org.silofri.node.security.account.Accounts;
import org.silofri.node.security.account.NewAccount;
import org.silofri.node.web.page.Page;
import org.silofri.node.web.page.SeeOther;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** {@code /admin/accounts}: who may sign in for the cities that the reader administers. */
@Page
@RequestMapping("/admin/accounts")
class AccountsPage {

    private final Accounts accounts;
    private final Administration administration;
    private final Wordings wordings;

    AccountsPage(Accounts accounts, Administration administration, Wordings wordings) {
        this.accounts = accounts;
        this.administration = administration;
        this.wordings = wordings;
    }

    @GetMapping
    String list(@AuthenticationPrincipal Caller caller, Locale locale, Model model) {
        return shown(caller, AccountsView.Form.EMPTY, Set.of(), null, wordings.in(locale), model);
    }

    @PostMapping
    Object add(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String display,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") List<String> grant,
            HttpServletResponse response,
            Locale locale,
            Model model,
            RedirectAttributes after) {
        Set<Grant> grants = Administration.grants(grant);
        var wish = new NewAccount(name, display, email, language, grants);
        return switch (accounts.add(caller, wish, null)) {
            case AccountResult.Done(var account, var oneTime) -> {
                after.addFlashAttribute("oneTime", oneTime);
                after.addFlashAttribute("oneTimeName", account.name());
                yield SeeOther.to(Administration.page(account.name()));
            }
            case AccountResult.Refused(var objection) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                Wording say = wordings.in(locale);
                var form = new AccountsView.Form(name, display, email, language);
                yield shown(caller, form, grants, say.say(objection.key()), say, model);
            }
        };
    }

    private String shown(
            Caller caller,
            AccountsView.Form form,
            Set<Grant> chosen,
            @Nullable String problem,
            Wording say,
            Model model) {
        model.addAttribute(
                "view",
                new AccountsView(
                        accounts.seenBy(caller).stream()
                                .map(account -> administration.line(account, say))
                                .toList(),
                        administration.choices(caller, chosen, say),
                        form,
                        problem));
        return "pages/accounts";
    }

    @GetMapping("/{name}")
    String one(
            @PathVariable String name,
            @AuthenticationPrincipal Caller caller,
            Locale locale,
            Model model) {
        Account account = seen(caller, name);
        model.addAttribute(
                "view",
                administration.view(
                        account, caller, Accounts.manages(caller, account), wordings.in(locale)));
        return "pages/account-admin";
    }

    @PostMapping("/{name}/roles")
    RedirectView roles(
            @PathVariable String name,
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "") List<String> grant,
            RedirectAttributes after) {
        seen(caller, name);
        return told(
                name,
                accounts.grant(caller, name, Administration.grants(grant)),
                "account.admin.roles.saved",
                after);
    }

    @PostMapping("/{name}/reset")
    RedirectView reset(
            @PathVariable String name,
            @AuthenticationPrincipal Caller caller,
            RedirectAttributes after) {
        seen(caller, name);
        return told(name, accounts.reset(caller, name, null), null, after);
    }

    @PostMapping("/{name}/disable")
    RedirectView disable(
            @PathVariable String name,
            @AuthenticationPrincipal Caller caller,
            RedirectAttributes after) {
        seen(caller, name);
        return told(name, accounts.disable(caller, name), "account.admin.disabled", after);
    }

    @PostMapping("/{name}/enable")
    RedirectView enable(
            @PathVariable String name,
            @AuthenticationPrincipal Caller caller,
            RedirectAttributes after) {
        seen(caller, name);
        return told(name, accounts.enable(caller, name), "account.admin.enabled", after);
    }

    /**
     * An account of a city that the caller administers; of others it is not even said that it is.
     */
    private Account seen(Caller caller, String name) {
        return accounts.seenBy(caller).stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static RedirectView told(
            String name, AccountResult result, @Nullable String done, RedirectAttributes after) {
        switch (result) {
            case AccountResult.Done(var account, var oneTime) -> {
                after.addFlashAttribute("done", done);
                after.addFlashAttribute("oneTime", oneTime);
                after.addFlashAttribute("oneTimeName", name);
            }
            case AccountResult.Refused(var objection) ->
                    after.addFlashAttribute("objection", objection.key());
        }
        return SeeOther.to(Administration.page(name));
    }
}
