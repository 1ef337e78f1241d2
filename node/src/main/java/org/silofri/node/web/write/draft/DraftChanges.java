package org.silofri.node.web.write.draft;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.node.intake.draft.Draft;
import org.silofri.node.intake.draft.DraftResult;
import org.silofri.node.intake.draft.Drafts;
import org.silofri.node.security.Audit;
import org.silofri.node.security.AuditAction;
import org.silofri.node.security.Caller;
import org.silofri.node.web.listing.EntryLinks;
import org.silofri.node.web.page.Page;
import org.silofri.node.web.page.SeeOther;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.silofri.node.web.write.Writers;
import org.silofri.node.web.write.draft.FormView.Notes;
import org.silofri.node.web.write.form.Entered;
import org.silofri.node.web.write.publish.Publication;
import org.silofri.node.web.write.publish.Publishing;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * What is done with a draft. Whatever the wish, what was typed is kept first; so nothing is lost
 * when the wish cannot be met.
 */
@Page
@RequestMapping("/write/draft/{id}")
class DraftChanges {

    static final String CONFLICT = "pages/write-conflict";
    static final String GONE = "pages/write-gone";

    private final SentDraft sentDraft;
    private final Drafts drafts;
    private final Publishing publishing;
    private final Conflicts conflicts;
    private final FormViews views;
    private final EntryLinks links;
    private final Audit audit;
    private final Wordings wordings;

    DraftChanges(
            SentDraft sentDraft,
            Drafts drafts,
            Publishing publishing,
            Conflicts conflicts,
            FormViews views,
            EntryLinks links,
            Audit audit,
            Wordings wordings) {
        this.sentDraft = sentDraft;
        this.drafts = drafts;
        this.publishing = publishing;
        this.conflicts = conflicts;
        this.views = views;
        this.links = links;
        this.audit = audit;
        this.wordings = wordings;
    }

    /** One request: who asks, for what, and how it is answered. */
    private record Exchange(
            Caller caller,
            MultiValueMap<String, String> sent,
            HttpServletResponse response,
            Model model,
            Wording say) {

        Object page(String template, HttpStatus status, Object view) {
            response.setStatus(status.value());
            model.addAttribute("view", view);
            return template;
        }
    }

    @PostMapping
    Object change(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Wording say = wordings.in(locale);
        var exchange = new Exchange(caller, sent, response, model, say);
        Optional<Draft> read = sentDraft.read(caller, id, sent);
        if (read.isEmpty()) {
            return gone(exchange);
        }
        Draft draft = read.get();
        String wish = Optional.ofNullable(sent.getFirst("do")).orElse("save");
        return switch (wish) {
            // only shown anew; kept with the next change
            case "look", "language" -> shown(exchange, draft);
            case "discard" -> discarded(exchange, draft);
            default ->
                    switch (drafts.keep(draft, Writers.author(caller))) {
                        case DraftResult.Kept(var kept) -> done(exchange, kept, wish);
                        case DraftResult.Overtaken(var theirs) ->
                                exchange.page(
                                        CONFLICT,
                                        HttpStatus.CONFLICT,
                                        conflicts.ofDrafts(draft, theirs, say));
                        case DraftResult.Gone gone -> gone(exchange);
                        case DraftResult.Full full -> full(exchange, draft);
                    };
        };
    }

    /**
     * Keeps what is being typed, for the script of the page.
     *
     * @return its new version and the time, or 409 when somebody else has changed it
     */
    @PostMapping("/kept")
    ResponseEntity<Map<String, Object>> keep(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        Optional<Draft> read = sentDraft.read(caller, id, sent);
        if (read.isEmpty()) {
            return ResponseEntity.status(HttpStatus.GONE).body(Map.of());
        }
        return switch (drafts.keep(read.get(), Writers.author(caller))) {
            case DraftResult.Kept(var kept) ->
                    ResponseEntity.ok(
                            Map.of(
                                    "version",
                                    kept.version(),
                                    "told",
                                    wordings.in(locale)
                                            .say(
                                                    "writing.kept.at",
                                                    wordings.in(locale).time(kept.changed()))));
            case DraftResult.Overtaken overtaken ->
                    ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of());
            case DraftResult.Gone gone -> ResponseEntity.status(HttpStatus.GONE).body(Map.of());
            case DraftResult.Full full ->
                    ResponseEntity.status(HttpStatus.INSUFFICIENT_STORAGE).body(Map.of());
        };
    }

    private Object done(Exchange exchange, Draft kept, String wish) {
        return switch (wish) {
            case "submit" -> submitted(exchange, kept);
            case "publish" -> published(exchange, kept);
            case "return" -> returned(exchange, kept);
            default -> SeeOther.to("/write/draft/" + kept.id() + "?done=saved");
        };
    }

    private Object shown(Exchange exchange, Draft draft) {
        String added = exchange.sent().getFirst("add");
        Draft shown =
                added == null || added.isEmpty()
                        ? draft
                        : draft.with(new Entered(draft.content()).withLanguage(added).values());
        return form(exchange, HttpStatus.OK, shown, Notes.NONE);
    }

    private Object submitted(Exchange exchange, Draft draft) {
        Publication checked = publishing.check(draft);
        return switch (checked) {
            case Publication.Sound sound -> submit(draft, exchange);
            // the publisher is asked to look at them
            case Publication.Doubtful doubtful -> submit(draft, exchange);
            case Publication.Overtaken overtaken -> overtaken(exchange, draft);
            default -> refused(exchange, draft, checked);
        };
    }

    private Object submit(Draft draft, Exchange exchange) {
        return switch (drafts.keep(draft.submitted(), Writers.author(exchange.caller()))) {
            case DraftResult.Kept kept -> {
                record(exchange, AuditAction.DRAFT_SUBMITTED, draft);
                yield SeeOther.to("/write?done=submitted");
            }
            case DraftResult.Overtaken(var theirs) ->
                    exchange.page(
                            CONFLICT,
                            HttpStatus.CONFLICT,
                            conflicts.ofDrafts(draft, theirs, exchange.say()));
            case DraftResult.Gone gone -> gone(exchange);
            case DraftResult.Full full -> full(exchange, draft);
        };
    }

    private Object published(Exchange exchange, Draft draft) {
        if (!exchange.caller().mayPublish(draft.subject().city())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        boolean confirmed = exchange.sent().containsKey("confirmed");
        Publication result = publishing.publish(draft, confirmed);
        return switch (result) {
            case Publication.Done(EntryIri entry) -> {
                boolean changed = draft.subject().entry() != null;
                audit.record(
                        exchange.caller(),
                        changed ? AuditAction.ENTRY_CHANGED : AuditAction.ENTRY_PUBLISHED,
                        entry.value(),
                        draft.subject().city());
                yield SeeOther.to(links.page(entry));
            }
            case Publication.Overtaken overtaken -> overtaken(exchange, draft);
            default -> refused(exchange, draft, result);
        };
    }

    private Object refused(Exchange exchange, Draft draft, Publication publication) {
        Notes notes = Findings.of(publication, draft.subject().kind(), exchange.say());
        return form(exchange, HttpStatus.UNPROCESSABLE_CONTENT, draft, notes);
    }

    private Object overtaken(Exchange exchange, Draft draft) {
        return conflicts
                .withPublished(draft, exchange.say())
                .map(view -> exchange.page(CONFLICT, HttpStatus.CONFLICT, view))
                .orElseGet(() ->
                        form(
                                exchange,
                                HttpStatus.CONFLICT,
                                draft,
                                Notes.of(exchange.say().say("writing.gone"))));
    }

    private Object returned(Exchange exchange, Draft draft) {
        if (!exchange.caller().mayPublish(draft.subject().city())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        String comment =
                Optional.ofNullable(exchange.sent().getFirst("comment")).orElse("").strip();
        if (comment.isEmpty()) {
            return form(
                    exchange,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    draft,
                    Notes.of(exchange.say().say("writing.return.comment.missing")));
        }
        draft.returned(comment)
                .ifPresent(back -> {
                    drafts.keep(back, Writers.author(exchange.caller()));
                    record(exchange, AuditAction.DRAFT_RETURNED, draft);
                });
        return SeeOther.to("/write?done=returned");
    }

    private Object discarded(Exchange exchange, Draft draft) {
        if (!Writers.mayDiscard(exchange.caller(), draft)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        drafts.remove(draft.id());
        return SeeOther.to("/write?done=discarded");
    }

    private void record(Exchange exchange, AuditAction what, Draft draft) {
        audit.record(exchange.caller(), what, draft.id(), draft.subject().city());
    }

    private Object form(Exchange exchange, HttpStatus status, Draft draft, Notes notes) {
        return exchange.page(
                DraftPage.TEMPLATE,
                status,
                views.view(draft, exchange.caller(), notes, exchange.say()));
    }

    private Object full(Exchange exchange, Draft draft) {
        return form(
                exchange,
                HttpStatus.UNPROCESSABLE_CONTENT,
                draft,
                Notes.of(exchange.say().say("writing.full")));
    }

    private static Object gone(Exchange exchange) {
        exchange.response().setStatus(HttpStatus.GONE.value());
        return GONE;
    }
}
