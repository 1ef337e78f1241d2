package org.silofri.node.sparql;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The query operation of the SPARQL 1.1 Protocol, read only.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/">SPARQL 1.1 Protocol</a>
 */
@RestController
@Tag(name = "sparql")
class SparqlController {

    private static final String QUERY_TYPE = "application/sparql-query";
    private static final String RETRY_SECONDS = "5";

    private final SparqlService service;
    private final ServiceDescription description;

    SparqlController(SparqlService service, ServiceDescription description) {
        this.service = service;
        this.description = description;
    }

    /** Query by GET; without a query, the service description. */
    @Operation(summary = "SPARQL 1.1 query over the whole network, read only")
    @GetMapping("/sparql")
    ResponseEntity<?> get(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String format,
            @RequestHeader(value = HttpHeaders.ACCEPT, defaultValue = "") String accept) {
        if (format.isEmpty() && ResultForm.prefersPage(accept)) {
            return page(query);
        }
        return query.isEmpty() ? description(accept) : answer(query, accept, format);
    }

    private ResponseEntity<?> description(String accept) {
        return description
                .answer(accept)
                .<ResponseEntity<?>>map(answer -> answer)
                .orElseGet(() ->
                        problem(
                                HttpStatus.NOT_ACCEPTABLE,
                                "The service description comes as "
                                        + String.join(", ", ResultForm.types(false))
                                        + "; send a query for a result"));
    }

    /** Query by POST with URL-encoded parameters. */
    @Operation(summary = "SPARQL 1.1 query as a form")
    @PostMapping(path = "/sparql", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<?> form(
            @RequestParam Map<String, String> form,
            @RequestHeader(value = HttpHeaders.ACCEPT, defaultValue = "") String accept) {
        if (form.containsKey("update")) {
            return problem(
                    HttpStatus.FORBIDDEN,
                    "This endpoint is read only; a city publishes over /api/entries");
        }
        String query = form.getOrDefault("query", "");
        return query.isEmpty()
                ? problem(HttpStatus.BAD_REQUEST, "The form has no \"query\"; add it")
                : answer(query, accept, form.getOrDefault("format", ""));
    }

    /** Query by POST, unencoded. */
    @Operation(
            summary = "SPARQL 1.1 query as the body",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = QUERY_TYPE,
                                            schema = @Schema(type = "string"))))
    @PostMapping(path = "/sparql", consumes = QUERY_TYPE)
    ResponseEntity<?> body(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String format,
            @RequestHeader(value = HttpHeaders.ACCEPT, defaultValue = "") String accept)
            throws IOException {
        // one byte more at most, so that the service sees that it is too much
        byte[] query = request.getInputStream().readNBytes(service.mostQueryBytes() + 1);
        return answer(new String(query, StandardCharsets.UTF_8), accept, format);
    }

    private ResponseEntity<?> answer(String query, String accept, String format) {
        return switch (service.answer(query, accept, format)) {
            case SparqlOutcome.Answered(var type, var body, var positions) ->
                    ResponseEntity.ok()
                            .contentType(type)
                            .varyBy(HttpHeaders.ACCEPT)
                            .cacheControl(CacheControl.noCache())
                            .header("Silofri-Position", positions(positions))
                            .header("Silofri-Completeness", "cities=" + positions.size())
                            .header("Access-Control-Allow-Origin", "*")
                            .header(
                                    "Access-Control-Expose-Headers",
                                    "Silofri-Position, Silofri-Completeness")
                            .body(body);
            case SparqlOutcome.Refused(var detail) -> problem(HttpStatus.BAD_REQUEST, detail);
            case SparqlOutcome.NotAcceptable() ->
                    problem(
                            HttpStatus.NOT_ACCEPTABLE,
                            "No wanted form fits this query: SELECT and ASK come as "
                                    + String.join(", ", ResultForm.types(true))
                                    + ", CONSTRUCT and DESCRIBE as "
                                    + String.join(", ", ResultForm.types(false)));
            case SparqlOutcome.Busy() ->
                    ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                            .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                            .body(
                                    ProblemDetail.forStatusAndDetail(
                                            HttpStatus.SERVICE_UNAVAILABLE,
                                            "Too much is asked at the moment; try again in some"
                                                    + " seconds"));
            case SparqlOutcome.TimedOut() ->
                    problem(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "The query takes too long; ask for less, or filter earlier");
            case SparqlOutcome.Failed() ->
                    problem(
                            HttpStatus.INTERNAL_SERVER_ERROR,
                            "The query failed here; the operator finds the reason in the log");
        };
    }

    /** A person in a browser gets the page with the form. */
    private static ResponseEntity<?> page(String query) {
        String target =
                query.isEmpty()
                        ? "/query"
                        : "/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(target)).build();
    }

    private static String positions(Map<CityId, Position> positions) {
        return positions.entrySet().stream()
                .map(at ->
                        "%s:%d:%d"
                                .formatted(at.getKey(), at.getValue().epoch(), at.getValue().seq()))
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
