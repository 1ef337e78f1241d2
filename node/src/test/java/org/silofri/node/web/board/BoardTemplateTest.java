package org.silofri.node.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.node.web.page.PageRenderer;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.Wording;

class BoardTemplateTest {

    private static final Text TITLE = new Text("Cykler på <fortovet>", "da");
    private static final List<Term> THEMES = List.of(new Term("mobility", "Mobilitet"));
    private static final Term COPENHAGEN = new Term("copenhagen", "København");

    @ParameterizedTest
    @ValueSource(strings = {"en", "da"})
    void showsRowsAndWhoIsWaitedFor(String language) {
        String html = PageRenderer.render("board", language, "view", board(true));

        assertThat(html)
                .doesNotContain("??")
                .contains("mark-lead", "Cykler på &lt;fortovet&gt;", "/board/s1", "2026-12-15");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "da"})
    void tellsThatItIsAboutAnotherDay(String language) {
        String html = PageRenderer.render("board", language, "view", board(false));

        assertThat(html)
                .doesNotContain("??", "class=\"plain waits\"")
                .contains("/board/s1?at=2026-11-25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "da"})
    void offersEachFormToWhoMayUseIt(String language) {
        String none = PageRenderer.render("board-problem", language, "view", problem(false));
        String all = PageRenderer.render("board-problem", language, "view", problem(true));

        assertThat(all)
                .doesNotContain("??")
                .contains("/lead/answer", "/lead/likeness", "/lead/propose", "/lead/assign")
                .contains("/lead/end", "value=\"counter\"", "no-effect");
        assertThat(none).doesNotContain("??", "<form class=\"lead-form\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "da"})
    void listsProblemsToGroup(String language) {
        var choice = new GroupForms.Choice("http://x/id/problem/p", "/p", TITLE, "Oslo", "Luft");
        var view = new GroupForms.GroupView("", "mobility", THEMES, List.of(choice));

        assertThat(PageRenderer.render("board-group", language, "view", view))
                .doesNotContain("??")
                .contains("value=\"http://x/id/problem/p\"", "/lead/group");
    }

    private static BoardView board(boolean today) {
        var cell =
                new BoardView.Cell(
                        List.of(
                                new BoardView.Mark("Ledende by", "lead"),
                                new BoardView.Mark("samme problem", "confirmed")));
        var row =
                new BoardView.Row(
                        "/board/s1",
                        TITLE,
                        "Mobilitet",
                        true,
                        "København",
                        "2026-12-15",
                        List.of(cell));
        var wait = new BoardView.Waiting("/board/s1", TITLE, "Oslo", "svarer", "2026-12-15", true);
        return new BoardView(
                "2026-11-25",
                "25. november 2026",
                today,
                THEMES,
                "mobility",
                false,
                List.of(COPENHAGEN),
                List.of(row),
                List.of(wait),
                List.of(new BoardView.File("CSV", "/board.csv")));
    }

    private static ProblemView problem(boolean mine) {
        Wording say = PageRenderer.wording("da");
        var when = say.when(PageRenderer.NOW);
        var asked =
                new ProblemView.Asked(
                        COPENHAGEN,
                        "Ledende by",
                        "Siger nej",
                        "decline",
                        new Text("Ikke nu.", "da"),
                        when,
                        true,
                        mine,
                        "koordinatoren");
        var proposal =
                new ProblemView.Proposal(
                        "http://x/id/lead-proposal/p",
                        "ab".repeat(32),
                        "abababababab",
                        "/p",
                        "Venter på Oslo",
                        "asked",
                        new Text("Prøver det.", null),
                        "2027",
                        "2027-01-01",
                        "15. december",
                        List.of(asked),
                        mine);
        var own =
                new ProblemView.Own(
                        "http://x/id/problem/p", "/p", TITLE, "Oslo", "nothing", null, mine, null);
        var role =
                new ProblemView.Role(
                        "http://x/id/lead-assignment/a",
                        "/a",
                        "København",
                        "Ledende by",
                        "lead",
                        "2027",
                        "underskrevet svar",
                        null,
                        "Ingen har underskrevet.",
                        null,
                        "2027-12-31",
                        mine);
        return new ProblemView(
                "http://x/id/shared-problem/s1",
                "/board/s1",
                "/doc/shared-problem/s1",
                TITLE,
                null,
                "Mobilitet",
                false,
                "2026-11-25",
                "25. november 2026",
                List.of(new ProblemView.Holder("Ledende by", "København", "lead")),
                List.of(own),
                List.of(proposal),
                List.of(role),
                List.of(new ProblemView.Step(when, "Tekst", null, "Uden virkning", "signeret")),
                mine,
                List.of(COPENHAGEN),
                Map.of("start", "2027-01-01", "end", "2027-12-31", "deadline", "2026-12-15"));
    }
}
