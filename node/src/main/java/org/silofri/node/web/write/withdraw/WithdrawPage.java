package org.silofri.node.web.write.withdraw;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.graph.EntryRecord;
import org.silofri.node.intake.EditResult;
import org.silofri.node.intake.IntakeService;
import org.silofri.node.projection.Projections;
import org.silofri.node.security.Audit;
import org.silofri.node.security.AuditAction;
import org.silofri.node.security.Caller;
import org.silofri.node.web.listing.EntryLinks;
import org.silofri.node.web.page.Page;
import org.silofri.node.web.page.SeeOther;
import org.silofri.node.web.wording.Terms;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.silofri.node.web.write.Writers;
import org.silofri.node.web.write.publish.PublishedVersions;
import org.silofri.ontology.Languages;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** {@code /write/withdraw}: a publisher takes an entry back and says why, in words that stay. */
@Page
@RequestMapping("/write/withdraw")
class WithdrawPage {

    private static final String TEMPLATE = "pages/write-withdraw";
    private static final int LONGEST = 1_000;
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(3);

    private final Writers writers;
    private final IntakeService intake;
    private final PublishedVersions versions;
    private final Projections projections;
    private final EntryLinks links;
    private final Audit audit;
    private final Wordings wordings;

    WithdrawPage(
            Writers writers,
            IntakeService intake,
            PublishedVersions versions,
            Projections projections,
            EntryLinks links,
            Audit audit,
            Wordings wordings) {
        this.writers = writers;
        this.intake = intake;
        this.versions = versions;
        this.projections = projections;
        this.links = links;
        this.audit = audit;
        this.wordings = wordings;
    }

    @GetMapping
    String ask(
            @RequestParam String iri,
            @AuthenticationPrincipal Caller caller,
            Locale locale,
            Model model) {
        EntryIri entry = entry(iri, caller);
        return show(entry, Map.of(), null, wordings.in(locale), model);
    }

    @PostMapping
    Object withdraw(
            @RequestParam String iri,
            @RequestParam(defaultValue = "") String basis,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        EntryIri entry = entry(iri, caller);
        Wording say = wordings.in(locale);
        Map<String, String> reasons = reasons(sent);
        if (reasons.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(entry, reasons, say.say("writing.withdraw.missing"), say, model);
        }
        EditResult result = intake.withdraw(entry, reasons, basis);
        if (result instanceof EditResult.Saved) {
            CityId city = writers.cityOf(caller, entry);
            audit.record(caller, AuditAction.ENTRY_WITHDRAWN, entry.value(), city);
            projections.awaitVisible(SHOWN_WITHIN);
            return SeeOther.to(links.page(entry));
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        return show(entry, reasons, objection(result, say), say, model);
    }

    private static String objection(EditResult result, Wording say) {
        return switch (result) {
            case EditResult.Stale stale -> say.say("writing.withdraw.stale");
            case EditResult.Refused(var violations) ->
                    violations.getFirst().message(say.language())
                            + " "
                            + violations.getFirst().remedy(say.language());
            case EditResult.Throttled throttled -> say.say("writing.later.THROTTLED");
            case EditResult.ReadOnly readOnly -> say.say("writing.later.READ_ONLY");
            default -> say.say("writing.later.BUSY");
        };
    }

    private EntryIri entry(String iri, Caller caller) {
        EntryIri entry =
                EntryIri.parse(iri)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        CityId city = writers.cityOf(caller, entry);
        if (!caller.mayPublish(city)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return entry;
    }

    private static Map<String, String> reasons(Map<String, String> sent) {
        Map<String, String> reasons = new TreeMap<>();
        for (String language : Languages.ALL) {
            String text = sent.getOrDefault("reason." + language, "").strip();
            if (!text.isEmpty()) {
                reasons.put(language, text.substring(0, Math.min(text.length(), LONGEST)));
            }
        }
        return reasons;
    }

    private String show(
            EntryIri entry,
            Map<String, String> reasons,
            @Nullable String problem,
            Wording say,
            Model model) {
        PublishedVersions.Version latest =
                versions.latest(entry)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        EntryRecord shown =
                projections
                        .graph()
                        .entry(entry)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        long linked =
                shown.incoming().stream()
                        .filter(link -> writers.cityOf(link.from().iri()).isEmpty())
                        .map(link -> link.from().iri())
                        .distinct()
                        .count();
        model.addAttribute(
                "view",
                new WithdrawView(
                        entry.value(),
                        links.page(entry),
                        Terms.kind(entry.kind(), say.language()),
                        Text.pick(shown.title(), say.language()),
                        latest.etag(),
                        fields(shown, reasons, say),
                        (int) linked,
                        problem));
        return TEMPLATE;
    }

    /** The reader's language, and those of the title, so that its readers understand it. */
    private static List<WithdrawView.Reason> fields(
            EntryRecord shown, Map<String, String> reasons, Wording say) {
        List<String> languages = new ArrayList<>(List.of(say.language()));
        Languages.ALL.stream()
                .filter(language ->
                        shown.title().containsKey(language)
                                || reasons.containsKey(language)
                                || language.equals("en"))
                .filter(language -> !languages.contains(language))
                .forEach(languages::add);
        return languages.stream()
                .map(language ->
                        new WithdrawView.Reason(
                                "reason." + language,
                                language.equals(say.language()) ? null : language,
                                say.languageName(language),
                                reasons.getOrDefault(language, "")))
                .toList();
    }
}
