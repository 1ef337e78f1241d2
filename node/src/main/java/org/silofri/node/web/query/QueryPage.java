package org.silofri.node.web.query;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.silofri.node.sparql.SparqlOutcome;
import org.silofri.node.sparql.SparqlService;
import org.silofri.node.web.listing.EntryLinks;
import org.silofri.node.web.page.Page;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /query}: a plain form over SPARQL; the answer is a table made here. */
@Page
class QueryPage {

    private static final int MOST_ROWS = 500;

    private final SparqlService sparql;
    private final EntryLinks links;
    private final Wordings wordings;

    QueryPage(SparqlService sparql, EntryLinks links, Wordings wordings) {
        this.sparql = sparql;
        this.links = links;
        this.wordings = wordings;
    }

    @GetMapping("/query")
    String query(@RequestParam(defaultValue = "") String query, Locale locale, Model model) {
        Wording say = wordings.in(locale);
        model.addAttribute(
                "view",
                query.isBlank()
                        ? new QueryView(
                                Examples.FIRST.text(), Examples.all(say), null, null, List.of())
                        : answered(query, say));
        return "pages/query";
    }

    private QueryView answered(String query, Wording say) {
        long start = System.nanoTime();
        SparqlOutcome outcome = sparql.answer(query, "", "json");
        String millis = say.number((System.nanoTime() - start) / 1_000_000);
        List<QueryView.Example> examples = Examples.all(say);
        return switch (outcome) {
            case SparqlOutcome.Answered answered ->
                    new QueryView(
                            query,
                            examples,
                            new AnswerTable(links, say, MOST_ROWS)
                                    .of(answered.body().getByteArray(), millis),
                            null,
                            formats(query, "csv", "tsv", "json", "xml"));
            case SparqlOutcome.NotAcceptable graph ->
                    new QueryView(
                            query,
                            examples,
                            null,
                            say.say("query.problem.graph"),
                            formats(query, "ttl", "jsonld", "nt", "rdf"));
            case SparqlOutcome.Refused(var detail) ->
                    problem(query, say.say("query.problem.refused", detail), examples);
            case SparqlOutcome.Busy busy -> problem(query, say.say("query.problem.busy"), examples);
            case SparqlOutcome.TimedOut late ->
                    problem(query, say.say("query.problem.long"), examples);
            case SparqlOutcome.Failed failed -> problem(query, say.say("error.500.what"), examples);
        };
    }

    private static QueryView problem(
            String query, String problem, List<QueryView.Example> examples) {
        return new QueryView(query, examples, null, problem, List.of());
    }

    private static List<QueryView.Format> formats(String query, String... names) {
        return Stream.of(names)
                .map(name ->
                        new QueryView.Format(
                                name.toUpperCase(Locale.ROOT),
                                "/sparql?query=" + EntryLinks.encoded(query) + "&format=" + name))
                .toList();
    }
}
