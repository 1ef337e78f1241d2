package org.silofri.node.web.query;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.resultset.ResultSetReaderRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.resultset.SPARQLResult;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.node.web.listing.EntryLinks;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.Wording;
import org.silofri.ontology.CodeList;

/** Turns an answer in SPARQL's JSON into a table to read. */
final class AnswerTable {

    private final EntryLinks links;
    private final Wording say;
    private final int most;

    AnswerTable(EntryLinks links, Wording say, int most) {
        this.links = links;
        this.say = say;
        this.most = most;
    }

    QueryView.Answer of(byte[] json, String millis) {
        SPARQLResult result =
                ResultSetReaderRegistry.getFactory(ResultSetLang.RS_JSON)
                        .create(ResultSetLang.RS_JSON)
                        .readAny(new ByteArrayInputStream(json), Context.create());
        if (result.isBoolean()) {
            String word = say.say(result.getBooleanResult() ? "query.yes" : "query.no");
            return new QueryView.Answer(
                    List.of("ASK"),
                    List.of(List.of(new QueryView.Cell(Text.plain(word), null))),
                    1,
                    millis,
                    false);
        }
        return rows(RowSet.adapt(result.getResultSet()), millis);
    }

    private QueryView.Answer rows(RowSet found, String millis) {
        List<List<QueryView.Cell>> table = new ArrayList<>();
        long rows = 0;
        while (found.hasNext()) {
            Binding binding = found.next();
            rows++;
            if (rows <= most) {
                table.add(
                        found.getResultVars().stream()
                                .map(variable -> cell(binding.get(variable)))
                                .toList());
            }
        }
        return new QueryView.Answer(
                found.getResultVars().stream()
                        .map(Object::toString)
                        .map(AnswerTable::name)
                        .toList(),
                table,
                rows,
                millis,
                rows > most);
    }

    private static String name(String variable) {
        return variable.startsWith("?") ? variable.substring(1) : variable;
    }

    private QueryView.Cell cell(@Nullable Node node) {
        if (node == null) {
            return new QueryView.Cell(Text.plain(""), null);
        }
        if (node.isLiteral()) {
            return new QueryView.Cell(
                    Text.of(
                            node.getLiteralLexicalForm(),
                            node.getLiteralLanguage(),
                            say.language()),
                    null);
        }
        String iri = node.toString();
        var concept = CodeList.anyByIri(iri);
        if (concept.isPresent()) {
            return new QueryView.Cell(Text.plain(concept.get().label(say.language())), null);
        }
        String href =
                EntryIri.parse(iri).map(links::page).or(() -> EntryLinks.web(iri)).orElse(null);
        return new QueryView.Cell(Text.plain(EntryLinks.shown(iri)), href);
    }
}
