package org.silofri.node.web.importing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.silofri.node.importing.Imports;
import org.silofri.node.importing.Upload;
import org.silofri.node.security.Audit;
import org.silofri.node.security.AuditAction;
import org.silofri.node.security.Caller;
import org.silofri.node.web.page.Page;
import org.silofri.node.web.page.SeeOther;
import org.silofri.node.web.wording.Wordings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** {@code /import/{id}}: the rows of an upload, before and after they are published. */
@Page
class UploadPage {

    /** Without a script, the page asks for itself again after so many seconds. */
    private static final String AGAIN = "2";

    private final ImportAccess access;
    private final Imports imports;
    private final UploadViews views;
    private final Wordings wordings;
    private final Audit audit;

    UploadPage(
            ImportAccess access,
            Imports imports,
            UploadViews views,
            Wordings wordings,
            Audit audit) {
        this.access = access;
        this.imports = imports;
        this.views = views;
        this.wordings = wordings;
        this.audit = audit;
    }

    @GetMapping("/import/{id}")
    String rows(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String poll,
            @AuthenticationPrincipal @Nullable Caller caller,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        Upload upload = access.seen(id, caller);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (upload.busy() && poll.isEmpty()) {
            response.setHeader("Refresh", AGAIN);
        }
        boolean mayPublish = access.mayPublish(upload, caller);
        model.addAttribute("view", views.of(upload, show, page, mayPublish, wordings.in(locale)));
        return "pages/upload";
    }

    @PostMapping("/import/{id}/publish")
    ModelAndView publish(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String poll,
            @AuthenticationPrincipal @Nullable Caller caller) {
        Upload upload = access.published(id, caller);
        switch (imports.publish(upload.id())) {
            case Imports.Answer.Taken taken ->
                    audit.record(
                            caller, AuditAction.ROWS_IMPORTED, upload.fileName(), upload.city());
            case Imports.Answer.Busy busy -> throw new ResponseStatusException(HttpStatus.CONFLICT);
            case Imports.Answer.Nothing nothing -> {} // somebody else was first: the page tells
        }
        return back(upload, poll);
    }

    @PostMapping("/import/{id}/stop")
    ModelAndView stop(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String poll,
            @AuthenticationPrincipal @Nullable Caller caller) {
        Upload upload = access.published(id, caller);
        imports.stop(upload.id());
        return back(upload, poll);
    }

    @PostMapping("/import/{id}/discard")
    ModelAndView discard(
            @PathVariable String id, @AuthenticationPrincipal @Nullable Caller caller) {
        imports.discard(access.seen(id, caller).id());
        return new ModelAndView(SeeOther.to("/import"));
    }

    private static ModelAndView back(Upload upload, String poll) {
        String query = poll.isEmpty() ? "" : "?poll=1";
        return new ModelAndView(SeeOther.to("/import/" + upload.id() + query));
    }
}
