package org.silofri.node.web.board;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.silofri.catalogue.assignment.LeadCommand;
import org.silofri.catalogue.assignment.LeadStatement.Answer;
import org.silofri.catalogue.assignment.LeadStatement.Proposal;
import org.silofri.catalogue.assignment.LeadStatement.SharedProblem;
import org.silofri.catalogue.assignment.Period;
import org.silofri.catalogue.assignment.Reply;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.node.assignment.LeadResult;
import org.silofri.node.assignment.LeadService;
import org.silofri.node.assignment.LikenessService;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.intake.IntakeService;
import org.silofri.node.security.Caller;
import org.silofri.node.web.page.Page;
import org.silofri.node.web.wording.Wordings;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * What coordinator and cities say by form. Who commands is asked of the caller each time: the
 * coordinator for its own log, a publisher of the very city for that city's answer.
 */
@Page
@RequestMapping("/lead")
class LeadForms {

    private final NodeIdentity identity;
    private final IntakeService intake;
    private final LeadService leads;
    private final LikenessService likenesses;
    private final Objections objections;
    private final BoardData data;
    private final ProblemViews problems;
    private final GroupForms groups;
    private final Wordings wordings;

    LeadForms(
            NodeIdentity identity,
            IntakeService intake,
            LeadService leads,
            LikenessService likenesses,
            Objections objections,
            BoardData data,
            ProblemViews problems,
            GroupForms groups,
            Wordings wordings) {
        this.identity = identity;
        this.intake = intake;
        this.leads = leads;
        this.likenesses = likenesses;
        this.objections = objections;
        this.data = data;
        this.problems = problems;
        this.groups = groups;
        this.wordings = wordings;
    }

    /** Where a form was sent from, and by whom. */
    private record Sent(
            Optional<EntryIri> problem,
            Caller caller,
            Locale locale,
            Model model,
            HttpServletResponse response) {}

    @PostMapping("/group")
    ModelAndView group(
            @RequestParam String title,
            @RequestParam(defaultValue = "") String description,
            @RequestParam(defaultValue = "") List<String> theme,
            @RequestParam(defaultValue = "") List<String> problem,
            @AuthenticationPrincipal Caller caller,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        coordinates(caller);
        Sent sent = new Sent(Optional.empty(), caller, locale, model, response);
        LeadResult result =
                leads.handle(
                        new LeadCommand.Group(
                                new SharedProblem(
                                        text(title, locale),
                                        text(description, locale),
                                        theme,
                                        problem.stream()
                                                .map(LeadForms::entry)
                                                .collect(Collectors.toSet()),
                                        Set.of(),
                                        false)));
        return answer(result, sent);
    }

    @PostMapping("/propose")
    ModelAndView propose(
            @RequestParam String problem,
            @RequestParam String lead,
            @RequestParam(defaultValue = "") String deputy,
            @RequestParam(defaultValue = "") List<String> follower,
            @RequestParam String mandate,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate start,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate end,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate deadline,
            @AuthenticationPrincipal Caller caller,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        coordinates(caller);
        if (end.isBefore(start)) {
            throw bad();
        }
        Proposal proposal =
                new Proposal(
                        entry(problem),
                        city(lead),
                        deputy.isEmpty() ? null : city(deputy),
                        follower.stream().map(LeadForms::city).collect(Collectors.toSet()),
                        text(mandate, locale),
                        new Period(start, end),
                        deadline,
                        Set.of());
        Sent sent = new Sent(Optional.of(entry(problem)), caller, locale, model, response);
        return answer(leads.handle(new LeadCommand.Propose(proposal)), sent);
    }

    @PostMapping("/assign")
    ModelAndView assign(
            @RequestParam String problem,
            @RequestParam String proposal,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> on,
            @AuthenticationPrincipal Caller caller,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        coordinates(caller);
        EntryIri asked = entry(proposal);
        LeadCommand command =
                on.<LeadCommand>map(day -> new LeadCommand.HandOver(asked, day))
                        .orElseGet(() -> new LeadCommand.Assign(asked));
        Sent sent = new Sent(Optional.of(entry(problem)), caller, locale, model, response);
        return answer(leads.handle(command), sent);
    }

    @PostMapping("/end")
    ModelAndView end(
            @RequestParam String problem,
            @RequestParam String role,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate last,
            @RequestParam String reason,
            @AuthenticationPrincipal Caller caller,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        coordinates(caller);
        Sent sent = new Sent(Optional.of(entry(problem)), caller, locale, model, response);
        return answer(
                leads.handle(new LeadCommand.End(entry(role), last, text(reason, locale))), sent);
    }

    @PostMapping("/answer")
    ModelAndView answer(
            @RequestParam String problem,
            @RequestParam String proposal,
            @RequestParam String hash,
            @RequestParam String city,
            @RequestParam String reply,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Caller caller,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        CityId answering = city(city);
        publishes(caller, answering);
        Answer answer =
                new Answer(
                        entry(proposal),
                        hash,
                        Reply.of(reply).orElseThrow(LeadForms::bad),
                        text(reason, locale));
        Sent sent = new Sent(Optional.of(entry(problem)), caller, locale, model, response);
        return answer(leads.handle(new LeadCommand.Answer(answering, answer)), sent);
    }

    /** A city confirms that its problem is the shared one, or with a reason that it is not. */
    @PostMapping("/likeness")
    ModelAndView likeness(
            @RequestParam String problem,
            @RequestParam String own,
            @RequestParam String said,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Caller caller,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        EntryIri mine = entry(own);
        publishes(caller, intake.cityOf(mine).orElseThrow(LeadForms::forbidden));
        EntryIri shared = entry(problem);
        Map<String, String> difference = said.equals("same") ? Map.of() : text(reason, locale);
        Sent sent = new Sent(Optional.of(shared), caller, locale, model, response);
        if (!said.equals("same") && difference.isEmpty()) {
            return failed(wordings.in(locale).say("board.objection.no-reason", ""), sent);
        }
        return objections
                .words(likenesses.say(mine, shared, difference), wordings.in(locale))
                .map(words -> failed(words, sent))
                .orElseGet(() -> {
                    data.awaitVisible();
                    return back(shared);
                });
    }

    private ModelAndView answer(LeadResult result, Sent sent) {
        Optional<String> failure = objections.words(result, wordings.in(sent.locale()));
        if (failure.isPresent()) {
            return failed(failure.get(), sent);
        }
        EntryIri problem =
                sent.problem().orElseGet(() -> ((LeadResult.Done) result).entries().getFirst());
        return back(problem);
    }

    private static ModelAndView back(EntryIri problem) {
        RedirectView view = new RedirectView(BoardViews.href(problem), true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }

    private ModelAndView failed(String words, Sent sent) {
        var say = wordings.in(sent.locale());
        sent.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        sent.model().addAttribute("failure", words);
        Optional<EntryIri> problem =
                sent.problem().filter(entry -> leads.leads().problem(entry).isPresent());
        if (problem.isEmpty()) {
            sent.model().addAttribute("view", groups.view("", "", say));
            return new ModelAndView("pages/board-group");
        }
        BoardFilter filter = BoardFilter.of("", "", "", data.now());
        sent.model()
                .addAttribute(
                        "view",
                        problems.view(problem.get(), filter, data.moment(), sent.caller(), say));
        return new ModelAndView("pages/board-problem");
    }

    private void coordinates(Caller caller) {
        if (!leads.coordinates() || !caller.coordinates(identity.network().coordinator())) {
            throw forbidden();
        }
    }

    private static void publishes(Caller caller, CityId city) {
        if (!caller.mayPublish(city)) {
            throw forbidden();
        }
    }

    private static ResponseStatusException forbidden() {
        return new ResponseStatusException(HttpStatus.FORBIDDEN);
    }

    private static ResponseStatusException bad() {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }

    private static EntryIri entry(String iri) {
        return EntryIri.parse(iri).orElseThrow(LeadForms::bad);
    }

    private static CityId city(String id) {
        if (!CityId.isValid(id)) {
            throw bad();
        }
        return new CityId(id);
    }

    /** A text in the language of the page that it was written on. */
    private static Map<String, String> text(String text, Locale locale) {
        Map<String, String> texts = new TreeMap<>();
        if (!text.isBlank()) {
            texts.put(locale.getLanguage(), text.strip());
        }
        return texts;
    }
}
