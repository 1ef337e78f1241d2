package org.silofri.node.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.Limits;
import org.silofri.catalogue.entry.RdfInput;
import org.silofri.catalogue.entry.RdfResult;
import org.silofri.catalogue.entry.RdfSyntax;
import org.silofri.catalogue.log.LogUnavailable;
import org.silofri.catalogue.validation.Candidate;
import org.silofri.node.intake.EditResult;
import org.silofri.node.intake.IntakeService;
import org.silofri.node.security.Audit;
import org.silofri.node.security.AuditAction;
import org.silofri.node.security.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Writes entries: Turtle, JSON-LD or N-Triples in, exactly one entry a call. A change names the
 * version that it is based on (RFC 9110 {@code If-Match}, RFC 6585 428), so that nobody overwrites
 * what another has just written.
 */
@RestController
@RequestMapping("/api/entries")
@Tag(name = "entries")
class EntriesController {

    private static final int MOST_KEY_CHARACTERS = 200;

    private final IntakeService intake;
    private final EditAnswers answers;
    private final Audit audit;

    EntriesController(IntakeService intake, EditAnswers answers, Audit audit) {
        this.intake = intake;
        this.answers = answers;
        this.audit = audit;
    }

    /**
     * Why an entry is withdrawn.
     *
     * @param reason by language tag, at least one
     */
    record Withdrawal(@Nullable Map<String, String> reason) {}

    /** Creates an entry. */
    @Operation(
            summary = "Create an entry",
            description =
                    "Subject <> gets a new IRI; an IRI under the city's own base is kept. Parts of the"
                            + " entry are named <#name>; blank nodes are refused.")
    @WriteResponses
    @ApiResponse(
            responseCode = "201",
            description = "the entry is new, or was when the call came first",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = EditAnswers.Written.class)))
    @ApiResponse(
            responseCode = "409",
            description = "an entry with that IRI is there and says something else",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    @PostMapping
    ResponseEntity<?> create(
            HttpServletRequest request,
            @Parameter(
                            description =
                                    "a city of this node; default: the one that the caller publishes for")
                    @RequestParam
                    Optional<String> city,
            @Parameter(
                            description =
                                    "a call that is repeated with the same key within 24 h changes"
                                            + " nothing and is answered as the first one, also when"
                                            + " the entry was changed or withdrawn since; with other"
                                            + " content it is refused (422). A refused call uses no"
                                            + " key up.")
                    @RequestHeader("Idempotency-Key")
                    Optional<String> idempotencyKey,
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller)
            throws IOException {
        if (idempotencyKey.filter(key -> !isIdempotencyKey(key)).isPresent()) {
            return EditAnswers.problem(
                    HttpStatus.BAD_REQUEST,
                    "Idempotency-Key has 1 to %d characters; send for example a random UUID"
                            .formatted(MOST_KEY_CHARACTERS));
        }
        if (city.isPresent() && !CityId.isValid(city.get())) {
            return EditAnswers.problem(
                    HttpStatus.BAD_REQUEST, "\"city\" is no city id; write for example stavanger");
        }
        Set<CityId> publishes = caller.publishes();
        if (city.isEmpty() && publishes.size() > 1) {
            return EditAnswers.problem(
                    HttpStatus.BAD_REQUEST,
                    "You publish for %s; say which with ?city=".formatted(publishes));
        }
        Optional<CityId> of = city.map(CityId::new).or(() -> publishes.stream().findFirst());
        if (of.isEmpty() || !caller.mayPublish(of.get())) {
            return EditAnswers.notYours(of.map(CityId::value).orElse("any city"), caller);
        }
        @Nullable String key = idempotencyKey.orElse(null);
        return withGraph(
                request,
                Candidate.NEW,
                graph ->
                        answers.of(
                                noted(
                                        caller,
                                        AuditAction.ENTRY_PUBLISHED,
                                        intake.create(of.get(), graph, key)),
                                accept(request)));
    }

    /** Replaces an entry. */
    @Operation(
            summary = "Replace an entry",
            description = "Needs If-Match with the ETag that the entry was read with.")
    @WriteResponses
    @PutMapping
    ResponseEntity<?> replace(
            HttpServletRequest request,
            @RequestParam String iri,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller)
            throws IOException {
        return change(
                iri,
                ifMatch,
                caller,
                (entry, version) ->
                        withGraph(
                                request,
                                entry.value(),
                                graph ->
                                        answers.of(
                                                noted(
                                                        caller,
                                                        AuditAction.ENTRY_CHANGED,
                                                        intake.replace(entry, graph, version)),
                                                accept(request))));
    }

    /** Withdraws an entry; the IRI answers 410 with the reason from then on. */
    @Operation(summary = "Withdraw an entry with a reason", description = "Needs If-Match.")
    @WriteResponses
    @DeleteMapping
    ResponseEntity<?> withdraw(
            HttpServletRequest request,
            @RequestParam String iri,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @RequestBody(required = false) @Nullable Withdrawal withdrawal,
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller)
            throws IOException {
        Map<String, String> reason = withdrawal == null ? null : withdrawal.reason();
        if (reason == null) {
            return EditAnswers.problem(
                    HttpStatus.BAD_REQUEST,
                    "Send {\"reason\": {\"en\": \"why it is withdrawn\"}} as application/json");
        }
        return change(
                iri,
                ifMatch,
                caller,
                (entry, version) ->
                        answers.of(
                                noted(
                                        caller,
                                        AuditAction.ENTRY_WITHDRAWN,
                                        intake.withdraw(entry, reason, version)),
                                accept(request)));
    }

    /** Keeps who did it, when it is done. */
    private EditResult noted(Caller caller, AuditAction what, EditResult result) {
        if (result instanceof EditResult.Saved saved) {
            audit.record(
                    caller, what, saved.entry().value(), intake.cityOf(saved.entry()).orElse(null));
        }
        return result;
    }

    /** The log's file cannot be read or written; nothing of the call has been acknowledged. */
    @ExceptionHandler
    ResponseEntity<?> unavailable(LogUnavailable e) {
        return EditAnswers.problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The log cannot be written at the moment; the operator finds the reason with"
                        + " \"silofri status\"");
    }

    /** Work on a version of an entry; it may fail while the request is read. */
    @FunctionalInterface
    private interface Work {
        ResponseEntity<?> on(EntryIri entry, String version) throws IOException;
    }

    /** Does the work when the entry is named, its version is, and the caller may write it. */
    private ResponseEntity<?> change(String iri, Optional<String> ifMatch, Caller caller, Work work)
            throws IOException {
        Optional<EntryIri> entry = EntryIri.parse(iri);
        if (entry.isEmpty()) {
            return EditAnswers.problem(
                    HttpStatus.BAD_REQUEST,
                    "\"iri\" is no entry IRI; write {base}/id/{kind}/{key}");
        }
        if (ifMatch.isEmpty()) {
            return EditAnswers.problem(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "A change needs If-Match with the entry's ETag; read the entry first");
        }
        Optional<CityId> city = intake.cityOf(entry.get());
        if (city.isEmpty()) {
            return EditAnswers.problem(
                    HttpStatus.FORBIDDEN,
                    "%s is an entry of another node; change it there".formatted(entry.get()));
        }
        return caller.mayPublish(city.get())
                ? work.on(entry.get(), ifMatch.get())
                : EditAnswers.notYours(city.get().value(), caller);
    }

    private static boolean isIdempotencyKey(String key) {
        return !key.isBlank() && key.length() <= MOST_KEY_CHARACTERS;
    }

    private ResponseEntity<?> withGraph(
            HttpServletRequest request, String base, Function<Graph, ResponseEntity<?>> work)
            throws IOException {
        Optional<RdfSyntax> syntax =
                RdfSyntax.ofContentType(String.valueOf(request.getContentType()));
        if (syntax.isEmpty()) {
            return EditAnswers.problem(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "Send text/turtle, application/ld+json or application/n-triples");
        }
        byte[] body = bounded(request.getInputStream());
        return switch (RdfInput.read(body, syntax.get(), base)) {
            case RdfResult.Parsed(var graph) -> work.apply(graph);
            case RdfResult.Refused refused -> EditAnswers.unreadable(refused);
        };
    }

    /** One byte more than allowed at most, so that the reader sees that it is too much. */
    private static byte[] bounded(InputStream in) throws IOException {
        return in.readNBytes(Limits.BYTES + 1);
    }

    private static String accept(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept == null ? "" : accept;
    }
}
