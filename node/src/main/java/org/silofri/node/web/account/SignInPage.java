package org.silofri.node.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.silofri.node.security.Audit;
import org.silofri.node.security.AuditAction;
import org.silofri.node.security.Caller;
import org.silofri.node.security.WayBack;
import org.silofri.node.security.account.Account;
import org.silofri.node.security.account.Sessions;
import org.silofri.node.security.account.SignIn;
import org.silofri.node.security.account.SignInResult;
import org.silofri.node.web.page.Page;
import org.silofri.node.web.page.PageLanguage;
import org.silofri.node.web.page.SeeOther;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** {@code /signin} and {@code /signout}. */
@Page
class SignInPage {

    private static final String TEMPLATE = "pages/signin";

    private final SignIn signIn;
    private final Sessions sessions;
    private final Audit audit;
    private final PageLanguage languages;
    private final Wordings wordings;

    SignInPage(
            SignIn signIn,
            Sessions sessions,
            Audit audit,
            PageLanguage languages,
            Wordings wordings) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.audit = audit;
        this.languages = languages;
        this.wordings = wordings;
    }

    @GetMapping("/signin")
    Object form(
            @RequestParam(required = false) @Nullable String from,
            @AuthenticationPrincipal @Nullable Caller caller,
            CsrfToken form,
            Model model) {
        if (caller != null && caller.account() != null) {
            return SeeOther.to(WayBack.local(from));
        }
        // its cookie has to be on the way before the page is
        form.getToken();
        model.addAttribute("view", new SignInView(WayBack.local(from), "", null));
        return TEMPLATE;
    }

    @PostMapping("/signin")
    Object signIn(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String from,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Wording say = wordings.in(locale);
        String problem =
                switch (signIn.attempt(name, password, request.getRemoteAddr())) {
                    case SignInResult.Welcome(var account) -> {
                        begin(request, response, account);
                        yield null;
                    }
                    case SignInResult.Wrong wrong ->
                            refused(HttpStatus.UNAUTHORIZED, response, say, "wrong");
                    case SignInResult.Disabled disabled ->
                            refused(HttpStatus.FORBIDDEN, response, say, "disabled");
                    case SignInResult.Expired expired ->
                            refused(HttpStatus.FORBIDDEN, response, say, "expired");
                    case SignInResult.Busy busy ->
                            refused(HttpStatus.SERVICE_UNAVAILABLE, response, say, "busy");
                    case SignInResult.Wait(var left) -> waiting(left, response, say);
                };
        if (problem == null) {
            return SeeOther.to(WayBack.local(from));
        }
        model.addAttribute("view", new SignInView(WayBack.local(from), name, problem));
        return TEMPLATE;
    }

    private void begin(HttpServletRequest request, HttpServletResponse response, Account account) {
        sessions.begin(request, account);
        languages.prefer(account.language(), response);
    }

    private static String refused(
            HttpStatus status, HttpServletResponse response, Wording say, String why) {
        response.setStatus(status.value());
        return say.say("account.signin." + why);
    }

    private static String waiting(Duration left, HttpServletResponse response, Wording say) {
        long seconds = left.toSeconds() + 1;
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return seconds < 60
                ? say.say("account.signin.wait.seconds", seconds)
                : say.say("account.signin.wait.minutes", (seconds + 59) / 60);
    }

    @PostMapping("/signout")
    RedirectView signOut(
            HttpServletRequest request, @AuthenticationPrincipal @Nullable Caller caller) {
        if (caller != null && caller.account() != null) {
            audit.record(caller, AuditAction.SIGNED_OUT, "", null);
            sessions.end(request);
        }
        return SeeOther.to("/");
    }
}
