package org.silofri.node.web.follow;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.silofri.node.follow.Follows;
import org.silofri.node.follow.digest.Digests;
import org.silofri.node.security.Caller;
import org.silofri.node.web.page.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Lets every {@link Page} show the button of {@code fragments/follow.html}. */
@ControllerAdvice(annotations = Page.class)
class FollowButtons {

    private final Follows follows;
    private final Digests digests;

    FollowButtons(Follows follows, Digests digests) {
        this.follows = follows;
        this.digests = digests;
    }

    @ModelAttribute
    void button(
            @AuthenticationPrincipal @Nullable Caller caller,
            HttpServletRequest request,
            Model model) {
        if (caller != null && caller.account() != null) {
            String query = request.getQueryString();
            model.addAttribute(
                    "following",
                    new FollowButton(
                            follows,
                            digests,
                            caller,
                            request.getRequestURI() + (query == null ? "" : "?" + query)));
        }
    }
}
