package org.silofri.node.web.board;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.silofri.catalogue.assignment.LeadStatement.Ground;
import org.silofri.catalogue.assignment.LeadStatement.SharedProblem;
import org.silofri.catalogue.assignment.Leads.Given;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.web.board.BoardData.Moment;
import org.silofri.node.web.board.Waits.Wait;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The board as a table and as a calendar: roles with their periods, and what is waited for. */
@RestController
class BoardFiles {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType ICS = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final String[] COLUMNS = {
        "problem",
        "title",
        "themes",
        "city",
        "what",
        "role",
        "from",
        "to",
        "deadline",
        "counts",
        "evidence"
    };

    private final NodeIdentity identity;
    private final BoardData data;
    private final BoardViews views;
    private final Cities cities;
    private final Wordings wordings;

    BoardFiles(
            NodeIdentity identity,
            BoardData data,
            BoardViews views,
            Cities cities,
            Wordings wordings) {
        this.identity = identity;
        this.data = data;
        this.views = views;
        this.cities = cities;
        this.wordings = wordings;
    }

    @GetMapping("/board.csv")
    ResponseEntity<String> csv(
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String waiting,
            @RequestParam(required = false, defaultValue = "") String at,
            Locale locale) {
        BoardFilter filter = BoardFilter.of(theme, waiting, at, data.now());
        Moment moment = data.moment();
        Wording say = wordings.in(locale);
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader(COLUMNS).get();
        try (CSVPrinter rows = new CSVPrinter(text, format)) {
            for (var problem : views.problems(filter, moment, say)) {
                for (Given given : moment.leads().given()) {
                    if (given.role().problem().equals(problem.getKey())
                            && (at.isEmpty() || given.period().contains(filter.day()))) {
                        rows.printRecord(role(problem, given, say));
                    }
                }
                for (Wait wait : moment.waits().of(problem.getKey(), problem.getValue())) {
                    rows.printRecord(wait(problem, wait, say));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer(CSV, "board.csv", text.toString());
    }

    private List<String> role(
            Map.Entry<EntryIri, SharedProblem> problem, Given given, Wording say) {
        var role = given.role();
        return List.of(
                problem.getKey().value(),
                plain(BoardViews.title(problem.getValue(), say).value()),
                plain(BoardViews.themes(problem.getValue(), say)),
                plain(cities.name(role.member(), say)),
                role.ground() instanceof Ground.Historical ? "historical" : "assigned",
                role.role().notation(),
                given.period().first().toString(),
                given.period().last().equals(LocalDate.MAX) ? "" : given.period().last().toString(),
                "",
                given.counts() ? "yes" : "no",
                switch (role.ground()) {
                    case Ground.Historical(var sources) -> plain(String.join(" ", sources));
                    case Ground.Signed signed -> signed.answerHash();
                });
    }

    private List<String> wait(Map.Entry<EntryIri, SharedProblem> problem, Wait wait, Wording say) {
        LocalDate deadline = wait.deadline();
        var role = wait.role();
        return List.of(
                problem.getKey().value(),
                plain(BoardViews.title(problem.getValue(), say).value()),
                plain(BoardViews.themes(problem.getValue(), say)),
                plain(views.who(wait.city(), say)),
                "waiting: " + wait.what().name().toLowerCase(Locale.ROOT),
                role == null ? "" : role.notation(),
                "",
                "",
                deadline == null ? "" : deadline.toString(),
                "",
                "");
    }

    /** A spreadsheet program must not take a text for a formula. */
    private static String plain(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }

    @GetMapping("/board.ics")
    ResponseEntity<String> calendar(
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String waiting,
            Locale locale) {
        BoardFilter filter = BoardFilter.of(theme, waiting, "", data.now());
        Moment moment = data.moment();
        Wording say = wordings.in(locale);
        Calendar calendar = new Calendar("Silofri: " + say.say("board.title"));
        for (var problem : views.problems(filter, moment, say)) {
            roles(calendar, problem, moment, say);
            deadlines(calendar, problem, moment, say);
        }
        return answer(ICS, "board.ics", calendar.file());
    }

    private void roles(
            Calendar calendar,
            Map.Entry<EntryIri, SharedProblem> problem,
            Moment moment,
            Wording say) {
        for (Given given : moment.leads().given()) {
            if (given.counts() && given.role().problem().equals(problem.getKey())) {
                calendar.days(
                        given.origin().entry().value(),
                        given.origin().time(),
                        given.period().first(),
                        given.period().last(),
                        BoardViews.role(given.role().role(), say)
                                + ": "
                                + cities.name(given.role().member(), say)
                                + " – "
                                + BoardViews.title(problem.getValue(), say).value(),
                        url(problem.getKey()));
            }
        }
    }

    private void deadlines(
            Calendar calendar,
            Map.Entry<EntryIri, SharedProblem> problem,
            Moment moment,
            Wording say) {
        for (Wait wait : moment.waits().of(problem.getKey(), problem.getValue())) {
            LocalDate deadline = wait.deadline();
            if (deadline != null) {
                calendar.days(
                        problem.getKey().value()
                                + "#"
                                + wait.what().name().toLowerCase(Locale.ROOT)
                                + "-"
                                + (wait.city() == null ? "coordinator" : wait.city())
                                + "-"
                                + deadline,
                        moment.now(),
                        deadline,
                        deadline,
                        views.who(wait.city(), say)
                                + ": "
                                + BoardViews.what(wait, say)
                                + " – "
                                + BoardViews.title(problem.getValue(), say).value(),
                        url(problem.getKey()));
            }
        }
    }

    private String url(EntryIri problem) {
        return identity.url() + BoardViews.href(problem);
    }

    private static ResponseEntity<String> answer(MediaType type, String file, String text) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + file + "\"")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(text);
    }
}
