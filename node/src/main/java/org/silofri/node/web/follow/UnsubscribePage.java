package org.silofri.node.web.follow;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.silofri.node.follow.digest.Digests;
import org.silofri.node.follow.digest.Rhythm;
import org.silofri.node.follow.mail.UnsubscribeLinks;
import org.silofri.node.web.page.Page;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * {@code /unsubscribe}: ends digests by the link of a letter, without signing in. Looking changes
 * nothing, as scanners of mail look at every link; a mail program's one click is a POST and is
 * answered without a redirect (RFC 8058).
 */
@Page
class UnsubscribePage {

    private static final String TEMPLATE = "pages/unsubscribe";

    private final UnsubscribeLinks links;
    private final Digests digests;

    UnsubscribePage(UnsubscribeLinks links, Digests digests) {
        this.links = links;
        this.digests = digests;
    }

    @GetMapping(UnsubscribeLinks.PATH)
    String ask(
            @RequestParam(name = "t", defaultValue = "") String token,
            HttpServletResponse response,
            Model model) {
        boolean known = links.account(token).isPresent();
        return show(known ? "ask" : "wrong", token, response, model);
    }

    @PostMapping(UnsubscribeLinks.PATH)
    String end(
            @RequestParam(name = "t", defaultValue = "") String token,
            HttpServletResponse response,
            Model model) {
        Optional<String> account = links.account(token);
        account.ifPresent(id -> digests.choose(id, Rhythm.OFF));
        return show(account.isPresent() ? "done" : "wrong", token, response, model);
    }

    private static String show(
            String state, String token, HttpServletResponse response, Model model) {
        if (state.equals("wrong")) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        // the address holds the token: neither kept by caches nor told to the next page
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        model.addAttribute("state", state);
        model.addAttribute("token", state.equals("ask") ? token : "");
        return TEMPLATE;
    }
}
