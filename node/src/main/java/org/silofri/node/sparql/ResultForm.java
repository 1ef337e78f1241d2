package org.silofri.node.sparql;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

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
        if (accept.isBlank()) {
            return Optional.of(offered.getFirst());
        }
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(Arrays.asList(accept.split(",")));
            MimeTypeUtils.sortBySpecificity(wanted);
            wanted.sort((a, b) -> Double.compare(b.getQualityValue(), a.getQualityValue()));
            return wanted.stream()
                    .filter(type -> type.getQualityValue() > 0)
                    .flatMap(type -> offered.stream().filter(form -> type.includes(form.type)))
                    .findFirst();
        } catch (InvalidMediaTypeException e) {
            return Optional.empty();
        }
    }
}
