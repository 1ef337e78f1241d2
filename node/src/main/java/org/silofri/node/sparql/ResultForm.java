package org.silofri.node.sparql;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.silofri.catalogue.negotiation.Accept;
import org.springframework.http.MediaType;

/**
 * Forms of a result on the wire (SPARQL 1.1 Protocol, 2.1.6).
 *
 * @param type media type of the answer
 * @param table whether it carries rows (SELECT, ASK) or triples (CONSTRUCT, DESCRIBE)
 */
record ResultForm(String name, MediaType type, boolean table, Object format) {

    private static final List<ResultForm> ALL =
            List.of(
                    rows("json", "application/sparql-results+json", ResultSetLang.RS_JSON),
                    rows("xml", "application/sparql-results+xml", ResultSetLang.RS_XML),
                    rows("csv", "text/csv;charset=utf-8", ResultSetLang.RS_CSV),
                    rows("tsv", "text/tab-separated-values;charset=utf-8", ResultSetLang.RS_TSV),
                    rows("json", "application/json", ResultSetLang.RS_JSON),
                    triples("ttl", "text/turtle;charset=utf-8", RDFFormat.TURTLE_PRETTY),
                    triples("nt", "application/n-triples", RDFFormat.NTRIPLES_UTF8),
                    triples("jsonld", "application/ld+json", RDFFormat.JSONLD11),
                    triples("rdf", "application/rdf+xml", RDFFormat.RDFXML));

    private static ResultForm rows(String name, String type, Lang lang) {
        return new ResultForm(name, MediaType.parseMediaType(type), true, lang);
    }

    private static ResultForm triples(String name, String type, RDFFormat format) {
        return new ResultForm(name, MediaType.parseMediaType(type), false, format);
    }

    /**
     * The form that the caller likes best.
     *
     * @param accept header of the call, empty for anything
     * @param name short name that overrides it, empty for none
     * @return empty if none fits
     */
    static Optional<ResultForm> choose(String accept, String name, boolean table) {
        List<ResultForm> offered = ALL.stream().filter(form -> form.table == table).toList();
        if (!name.isEmpty()) {
            return offered.stream().filter(form -> form.name.equals(name)).findFirst();
        }
        return Accept.of(accept)
                .best(offered.stream().map(ResultForm::plainType).toList())
                .flatMap(type ->
                        offered.stream().filter(form -> form.plainType().equals(type)).findFirst());
    }

    /**
     * Tells whether the caller likes a page better than any form of a result.
     *
     * @param accept header of the call, empty for anything
     */
    static boolean prefersPage(String accept) {
        String page = MediaType.TEXT_HTML_VALUE;
        Accept accepted = Accept.of(accept);
        List<String> all =
                Stream.concat(ALL.stream().map(ResultForm::plainType), Stream.of(page)).toList();
        return accepted.names(page) && accepted.best(all).equals(Optional.of(page));
    }

    /** Media types of rows, or of triples. */
    static List<String> types(boolean table) {
        return ALL.stream().filter(form -> form.table == table).map(ResultForm::plainType).toList();
    }

    private String plainType() {
        return type.getType() + "/" + type.getSubtype();
    }
}
