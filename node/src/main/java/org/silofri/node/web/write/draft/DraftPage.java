package org.silofri.node.web.write.draft;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.node.intake.draft.Draft;
import org.silofri.node.intake.draft.Drafts;
import org.silofri.node.security.Caller;
import org.silofri.node.web.page.Page;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.silofri.node.web.write.draft.FormView.Notes;
import org.silofri.node.web.write.form.Fields;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Forms to fill in: of a new entry, of a draft, of a published entry, and of what another city has.
 * Looking at one keeps nothing.
 */
@Page
class DraftPage {

    static final String TEMPLATE = "pages/write-form";

    private final Beginnings beginnings;
    private final Drafts drafts;
    private final FormViews views;
    private final Wordings wordings;

    DraftPage(Beginnings beginnings, Drafts drafts, FormViews views, Wordings wordings) {
        this.beginnings = beginnings;
        this.drafts = drafts;
        this.views = views;
        this.wordings = wordings;
    }

    @GetMapping("/write/new/{kind}")
    String fresh(
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable String city,
            @RequestParam MultiValueMap<String, String> given,
            @AuthenticationPrincipal Caller caller,
            Locale locale,
            Model model) {
        EntryKind known =
                EntryKind.ofPath(kind)
                        .filter(Fields.KINDS::contains)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return show(
                beginnings.fresh(caller, known, city, given, locale.getLanguage()),
                null,
                caller,
                locale,
                model);
    }

    @GetMapping("/write/draft/{id}")
    String draft(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String done,
            @AuthenticationPrincipal Caller caller,
            Locale locale,
            Model model) {
        Draft draft = drafts.find(id).orElseThrow(DraftPage::notFound);
        return show(draft, done, caller, locale, model);
    }

    @GetMapping("/write/edit")
    String change(
            @RequestParam String iri,
            @AuthenticationPrincipal Caller caller,
            Locale locale,
            Model model) {
        return show(beginnings.change(caller, entry(iri)), null, caller, locale, model);
    }

    @GetMapping("/write/same")
    String same(
            @RequestParam String iri,
            @RequestParam(required = false) @Nullable String city,
            @RequestParam(defaultValue = "false") boolean near,
            @AuthenticationPrincipal Caller caller,
            Locale locale,
            Model model) {
        return show(beginnings.same(caller, entry(iri), city, near), null, caller, locale, model);
    }

    @GetMapping("/write/adopt")
    String adopt(
            @RequestParam String iri,
            @RequestParam(required = false) @Nullable String city,
            @AuthenticationPrincipal Caller caller,
            Locale locale,
            Model model) {
        return show(beginnings.adopt(caller, entry(iri), city), null, caller, locale, model);
    }

    private String show(
            Draft draft, @Nullable String done, Caller caller, Locale locale, Model model) {
        if (!caller.mayEdit(draft.subject().city())) {
            throw notFound();
        }
        Wording say = wordings.in(locale);
        Notes notes = "settled".equals(done) ? Notes.of(say.say("writing.settled")) : Notes.NONE;
        model.addAttribute("view", views.view(draft, caller, notes, say));
        return TEMPLATE;
    }

    static EntryIri entry(String iri) {
        return Optional.of(iri).flatMap(EntryIri::parse).orElseThrow(DraftPage::notFound);
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
