package org.silofri.node.feed;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Hashes;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.log.Door;
import org.silofri.catalogue.log.Pages;
import org.silofri.catalogue.negotiation.Accept;
import org.silofri.node.replication.FeedIndex;
import org.silofri.node.replication.Source;
import org.silofri.node.replication.StatementExchange;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The logs of all cities on HTTP, each city's bytes served by every node (F6): an index, pages for
 * pull repair, a door for push repair (WIRE "On HTTP").
 */
@RestController
class FeedController {

    private static final Duration FULL_PAGE = Duration.ofMinutes(5);

    private final StatementExchange statements;
    private final FeedPages pages;
    private final PushDoor door;

    FeedController(StatementExchange statements, FeedPages pages, PushDoor door) {
        this.statements = statements;
        this.pages = pages;
        this.door = door;
    }

    /** What this node holds of every city, with the latest signed statements. */
    @GetMapping("/feed")
    ResponseEntity<?> index(
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept) {
        List<String> forms = List.of(MediaType.APPLICATION_JSON_VALUE);
        return Accept.of(accept).best(forms).isPresent() ? index() : notAcceptable(forms);
    }

    private ResponseEntity<byte[]> index() {
        return json(HttpStatus.OK, statements.index(statements.all()).write());
    }

    /** Takes signed statements of another node and answers with the own index. */
    @PostMapping(
            path = "/feed",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> exchange(HttpServletRequest request) throws IOException {
        Optional<FeedIndex> theirs = body(request, FeedIndex.MOST_BYTES).flatMap(FeedIndex::read);
        if (theirs.isEmpty()) {
            return ResponseEntity.badRequest().build();
        }
        Source source = Source.unasked(Door.PUSH, request.getRemoteAddr());
        theirs.get().statements().forEach(statement -> statements.receive(statement, source));
        return index();
    }

    /**
     * Leads to the page with the first event after a position.
     *
     * @param after {@code epoch:seq}; without it, the first page
     */
    @GetMapping("/feed/{city}")
    ResponseEntity<Void> city(
            @PathVariable String city, @RequestParam(required = false) String after) {
        Optional<Position> position =
                after == null ? Optional.of(Position.START) : Position.parse(after);
        if (position.isEmpty()) {
            return ResponseEntity.badRequest().build();
        }
        if (!pages.holds(city)) {
            return ResponseEntity.notFound().build();
        }
        return pages.after(new CityId(city), position.get())
                .map(page ->
                        ResponseEntity.status(HttpStatus.SEE_OTHER)
                                .location(URI.create(FeedPages.path(page)))
                                .cacheControl(CacheControl.noStore())
                                .<Void>build())
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    /** A page of the city's log, as CloudEvents or as LDES. */
    @GetMapping("/feed/{city}/{epoch}/{number}")
    ResponseEntity<?> page(
            @PathVariable String city,
            @PathVariable long epoch,
            @PathVariable long number,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String known) {
        Optional<Pages.Page> page =
                pages.holds(city) ? pages.page(new CityId(city), epoch, number) : Optional.empty();
        if (page.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        return PageForm.of(accept)
                .<ResponseEntity<?>>map(form -> page(page.get(), form, known))
                .orElseGet(() -> notAcceptable(PageForm.types()));
    }

    private static ResponseEntity<?> notAcceptable(List<String> forms) {
        return ResponseEntity.status(HttpStatus.NOT_ACCEPTABLE)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .varyBy(HttpHeaders.ACCEPT)
                .body(
                        ProblemDetail.forStatusAndDetail(
                                HttpStatus.NOT_ACCEPTABLE,
                                "This comes as " + String.join(", ", forms)));
    }

    private ResponseEntity<byte[]> page(Pages.Page page, PageForm form, String known) {
        byte[] body = pages.write(page, form);
        String etag = "\"" + Hashes.sha256(body).substring(0, 32) + "\"";
        HttpStatus status = known.contains(etag) ? HttpStatus.NOT_MODIFIED : HttpStatus.OK;
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(status)
                        .eTag(etag)
                        .varyBy(HttpHeaders.ACCEPT)
                        .cacheControl(
                                page.closed()
                                        ? CacheControl.maxAge(FULL_PAGE).mustRevalidate()
                                        : CacheControl.noCache());
        return status == HttpStatus.NOT_MODIFIED
                ? answer.build()
                : answer.contentType(form.mediaType()).body(body);
    }

    /** Takes events of the city from whoever has them; their signatures tell whether to (F6). */
    @PostMapping(path = "/feed/{city}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<PushDoor.Report> push(@PathVariable String city, HttpServletRequest request)
            throws IOException {
        Source source = Source.unasked(Door.PUSH, request.getRemoteAddr());
        Optional<byte[]> body = body(request, PushDoor.MOST_BYTES);
        if (body.isEmpty()) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        PushDoor.Answer answer = door.take(city, body.get(), source);
        return ResponseEntity.status(answer.batch() ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
                .body(answer.report());
    }

    private static ResponseEntity<byte[]> json(HttpStatus status, byte[] body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }

    /** The request's body; empty when it is larger than allowed. */
    private static Optional<byte[]> body(HttpServletRequest request, int most) throws IOException {
        if (request.getContentLengthLong() > most) {
            return Optional.empty();
        }
        try (InputStream in = request.getInputStream()) {
            byte[] body = in.readNBytes(most + 1);
            return body.length > most ? Optional.empty() : Optional.of(body);
        }
    }
}
