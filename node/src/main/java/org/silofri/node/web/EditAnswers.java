package org.silofri.node.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.RdfResult;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.negotiation.Accept;
import org.silofri.catalogue.validation.ValidationOutcome;
import org.silofri.catalogue.validation.Violation;
import org.silofri.node.intake.EditResult;
import org.silofri.node.intake.EntryVersion;
import org.silofri.node.intake.IntakeService;
import org.silofri.node.security.Caller;
import org.silofri.node.status.Receipts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Tells over HTTP what came of a wish to write; refusals as Problem Details (RFC 9457). */
@Component
class EditAnswers {

    /** Forms of a refusal, the one for who does not care first. */
    private static final List<String> REFUSALS =
            Stream.concat(
                            Stream.of(
                                    MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                    MediaType.APPLICATION_JSON_VALUE),
                            RdfForm.types().stream())
                    .toList();

    private final IntakeService intake;
    private final Receipts receipts;

    EditAnswers(IntakeService intake, Receipts receipts) {
        this.intake = intake;
        this.receipts = receipts;
    }

    /**
     * An entry that is in the log.
     *
     * @param position {@code epoch:seq} in the city's log
     * @param state {@code saved}: on this node's disk; {@code shared}: another node has said to
     *     hold it (F9)
     * @param sharedWith nodes that have said to hold that position, this one left out; {@code
     *     /api/network} tells how that goes on
     * @param otherNodes how many nodes there are beside this one
     * @param changed whether the call made that version
     * @param warnings what the publisher should look at once more, in English
     */
    record Written(
            String iri,
            String position,
            @Schema(allowableValues = {"saved", "shared"}) String state,
            List<String> sharedWith,
            int otherNodes,
            boolean changed,
            List<String> warnings) {}

    ResponseEntity<?> of(EditResult result, String accept) {
        return switch (result) {
            case EditResult.Saved(var entry, var position, var created, var warnings) ->
                    written(
                            created ? HttpStatus.CREATED : HttpStatus.OK,
                            entry,
                            position,
                            true,
                            warnings);
            case EditResult.Acceptable(var entry, var created, var warnings) ->
                    written(HttpStatus.OK, entry, Position.START, false, warnings);
            case EditResult.Unchanged(var entry, var position) ->
                    written(HttpStatus.OK, entry, position, false, List.of());
            case EditResult.Repeated(var entry, var position, var created, var warnings) ->
                    written(
                            created ? HttpStatus.CREATED : HttpStatus.OK,
                            entry,
                            position,
                            created,
                            warnings);
            case EditResult.KeyReused(var entry) -> keyReused(entry);
            case EditResult.Refused(var violations) -> refused(violations, accept);
            case EditResult.Throttled(var retryAfter) -> throttled(retryAfter);
            case EditResult.NotAllowed(var reason) -> problem(HttpStatus.FORBIDDEN, reason);
            case EditResult.ReadOnly(var reason) -> problem(HttpStatus.SERVICE_UNAVAILABLE, reason);
            case EditResult.Taken(var entry) ->
                    problem(
                            HttpStatus.CONFLICT,
                            "%s is there already; change it with PUT and If-Match"
                                    .formatted(entry));
            case EditResult.Stale(var entry, var current) -> stale(entry, current);
            case EditResult.Missing(var entry) ->
                    problem(HttpStatus.NOT_FOUND, "There is no entry %s here".formatted(entry));
        };
    }

    private static ResponseEntity<?> keyReused(EntryIri entry) {
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "This Idempotency-Key came with other content in the last 24 hours and made %s; send a"
                                .formatted(entry)
                        + " new key for a new entry, or change that one with PUT and If-Match");
    }

    private static ResponseEntity<?> throttled(Duration retryAfter) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(Math.max(1, retryAfter.toSeconds() + 1)))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(
                        ProblemDetail.forStatusAndDetail(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "The city's quota is used up; wait as Retry-After says"));
    }

    private static ResponseEntity<?> stale(EntryIri entry, Position current) {
        return ResponseEntity.status(HttpStatus.PRECONDITION_FAILED)
                .eTag(EntryVersion.etag(current))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(
                        ProblemDetail.forStatusAndDetail(
                                HttpStatus.PRECONDITION_FAILED,
                                "%s was changed since; read it again and repeat".formatted(entry)));
    }

    private ResponseEntity<?> written(
            HttpStatus status,
            EntryIri entry,
            Position position,
            boolean changed,
            List<Violation> warnings) {
        List<String> holders =
                intake.cityOf(entry)
                        .map(city -> receipts.holders(city, position))
                        .orElse(List.of());
        Written body =
                new Written(
                        entry.value(),
                        position.epoch() + ":" + position.seq(),
                        holders.isEmpty() ? "saved" : "shared",
                        holders,
                        receipts.otherNodes(),
                        changed,
                        warnings.stream().map(warning -> warning.message("en")).toList());
        return ResponseEntity.status(status)
                .location(URI.create(entry.value()))
                .eTag(EntryVersion.etag(position))
                .header("Silofri-Position", body.position())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    /** 422 as a SHACL report for those who like RDF better than Problem Details. */
    private static ResponseEntity<?> refused(List<Violation> violations, String accept) {
        Optional<RdfForm> form = Accept.of(accept).best(REFUSALS).flatMap(RdfForm::ofType);
        if (form.isPresent()) {
            Graph report = ValidationOutcome.of(violations).report();
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .contentType(form.get().mediaType())
                    .varyBy(HttpHeaders.ACCEPT)
                    .body(form.get().write(report));
        }
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "The entry breaks %d rules; mend what \"violations\" names"
                                .formatted(violations.size()));
        problem.setProperty("violations", violations.stream().map(EditAnswers::finding).toList());
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, problem);
    }

    private static Map<String, Object> finding(Violation violation) {
        String path = violation.path();
        return Map.of(
                "focus", violation.focus(),
                "path", path == null ? "" : path,
                "rule", violation.rule(),
                "severity", violation.severity().name(),
                "messages", violation.messages(),
                "remedies", violation.remedies());
    }

    static ResponseEntity<?> unreadable(RdfResult.Refused refused) {
        HttpStatus status =
                refused.cause() == RdfResult.Cause.TOO_LARGE
                        ? HttpStatus.CONTENT_TOO_LARGE
                        : HttpStatus.UNPROCESSABLE_CONTENT;
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, refused.message());
        if (refused.line() > 0) {
            problem.setProperty("line", refused.line());
            problem.setProperty("column", refused.column());
        }
        return answer(status, problem);
    }

    static ResponseEntity<?> notYours(String city, Caller caller) {
        return problem(
                HttpStatus.FORBIDDEN,
                "This token or account publishes for %s, not for %s; use one of that city"
                        .formatted(
                                caller.publishes().isEmpty() ? "no city" : caller.publishes(),
                                city));
    }

    static ResponseEntity<?> problem(HttpStatus status, String detail) {
        return answer(status, ProblemDetail.forStatusAndDetail(status, detail));
    }

    private static ResponseEntity<?> answer(HttpStatus status, ProblemDetail problem) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
