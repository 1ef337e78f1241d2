package org.silofri.node.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts frame and wording around every {@link Page}. */
@ControllerAdvice(annotations = Page.class)
class PageFrame {

    private final Frames frames;
    private final Wordings wordings;

    PageFrame(Frames frames, Wordings wordings) {
        this.frames = frames;
        this.wordings = wordings;
    }

    @ModelAttribute
    void frame(HttpServletRequest request, Locale locale, Model model) {
        Wording say = wordings.in(locale);
        model.addAttribute("say", say);
        model.addAttribute("frame", frames.of(request, say));
    }
}
