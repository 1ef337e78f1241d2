package org.silofri.node.cli.operator;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.log.Rejection;
import org.silofri.connectors.ckan.HarvestItem;
import org.silofri.connectors.ckan.HarvestReport;
import org.silofri.node.bus.Bus;
import org.silofri.node.identity.CityProfile;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.importing.WatchedFolders;
import org.silofri.node.intake.Harvests;
import org.silofri.node.log.LogReadOnly;
import org.silofri.node.log.LogService;
import org.silofri.node.membership.Admission;
import org.silofri.node.membership.AdmissionResult;
import org.silofri.node.projection.Projections;
import org.silofri.node.security.Role;
import org.silofri.node.security.TokenGrant;
import org.silofri.node.security.TokenStore;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.IndicatedHealthDescriptor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The node's side of the {@code silofri} command; only for the holder of {@code run.json}. */
@RestController
@RequestMapping("/operator")
public class OperatorController {

    private static final org.springframework.boot.health.contributor.Status UP =
            org.springframework.boot.health.contributor.Status.UP;

    private final NodeIdentity identity;
    private final TokenStore tokens;
    private final Admission admission;
    private final Projections projections;
    private final HealthEndpoint health;
    private final LogService logs;
    private final Harvests harvests;
    private final Bus bus;
    private final WatchedFolders folders;

    OperatorController(
            NodeIdentity identity,
            TokenStore tokens,
            Admission admission,
            Projections projections,
            HealthEndpoint health,
            LogService logs,
            Harvests harvests,
            Bus bus,
            WatchedFolders folders) {
        this.identity = identity;
        this.tokens = tokens;
        this.admission = admission;
        this.projections = projections;
        this.health = health;
        this.logs = logs;
        this.harvests = harvests;
        this.bus = bus;
        this.folders = folders;
    }

    /** Makes a token for a city of this node. */
    @PostMapping("/tokens")
    NewToken token(@RequestBody TokenWish wish) {
        CityId city = new CityId(wish.city());
        if (!identity.owns(city)) {
            throw new IllegalArgumentException(
                    "This node writes for %s, not for %s; ask that city's node"
                            .formatted(identity.ownCities(), city));
        }
        return new NewToken(
                tokens.issue(
                        Role.valueOf(wish.role()),
                        city,
                        wish.label(),
                        Duration.ofDays(wish.days())));
    }

    /** Lists all tokens without their texts. */
    @GetMapping("/tokens")
    List<TokenGrant> tokens() {
        return tokens.list();
    }

    /** Takes a token back. */
    @DeleteMapping("/tokens/{id}")
    ResponseEntity<Void> revoke(@PathVariable String id) {
        if (!tokens.revoke(id)) {
            throw new IllegalArgumentException(
                    "There is no valid token %s; look with \"silofri token list\"".formatted(id));
        }
        return ResponseEntity.noContent().build();
    }

    /** Admits a city that has a node of its own. */
    @PostMapping("/members")
    Admitted admit(@RequestBody JoinRequestText request) {
        return answer(admission.admit(request.joinRequest()));
    }

    /** Makes keys for a city without a node of its own and admits it. */
    @PostMapping("/hosted")
    Admitted host(@RequestBody Hosted hosted) {
        CityId city = new CityId(hosted.city());
        return answer(admission.admit(identity.host(city, hosted.profile())));
    }

    /** What troubles the node, if anything. */
    @GetMapping("/status")
    Status status() {
        HealthDescriptor described = health.health();
        List<String> troubles =
                Stream.concat(
                                parts(described).entrySet().stream()
                                        .filter(part -> !part.getValue().getStatus().equals(UP))
                                        .map(part -> trouble(part.getKey(), part.getValue())),
                                bus.health().troubles().stream().map(text -> "bus: " + text))
                        .toList();
        return new Status(
                identity.name().value(),
                identity.url().toString(),
                identity.data().toAbsolutePath().toString(),
                DataSize.ofBytes(identity.data().toFile().getUsableSpace()).toMegabytes() + " MB",
                described.getStatus().getCode(),
                troubles,
                rejected(),
                quarantined(),
                harvests.last().stream().map(OperatorController::words).toList(),
                folders.told());
    }

    /** For example {@code log: DOWN (error: …; remedy)}. */
    private static String trouble(String part, HealthDescriptor descriptor) {
        Map<String, Object> details =
                descriptor instanceof IndicatedHealthDescriptor indicated
                                && indicated.getDetails() != null
                        ? indicated.getDetails()
                        : Map.of();
        String reasons =
                details.entrySet().stream()
                        .filter(detail ->
                                detail.getValue() instanceof String
                                        || detail.getValue() instanceof Number)
                        .map(detail -> detail.getKey() + ": " + detail.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
        return part + ": " + descriptor.getStatus() + (reasons.equals(" ()") ? "" : reasons);
    }

    private static String words(Harvests.Last last) {
        HarvestReport report = last.report();
        return "%s at %s: %s"
                .formatted(
                        report.source(),
                        last.at().truncatedTo(ChronoUnit.SECONDS),
                        report.brokenOff()
                                .map(why -> "broken off: " + why)
                                .orElseGet(() ->
                                        "%d new, %d changed, %d refused"
                                                .formatted(
                                                        report.count(HarvestItem.Outcome.NEW),
                                                        report.count(HarvestItem.Outcome.CHANGED),
                                                        report.count(
                                                                HarvestItem.Outcome.REFUSED))));
    }

    private Map<String, Long> rejected() {
        Map<String, Long> counts = new TreeMap<>();
        for (Rejection.Count count : logs.log().rejections().counts()) {
            counts.put(name(count.reason()) + ", " + count.door().label(), count.count());
        }
        return counts;
    }

    private Map<String, Integer> quarantined() {
        Map<String, Integer> counts = new TreeMap<>();
        logs.log().quarantine().reasons().forEach((why, n) -> counts.put(name(why), n));
        return counts;
    }

    private static String name(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, HealthDescriptor> parts(HealthDescriptor described) {
        if (described instanceof CompositeHealthDescriptor composite) {
            Map<String, HealthDescriptor> parts = composite.getComponents();
            return parts == null ? Map.of() : parts;
        }
        return Map.of();
    }

    /** Rebuilds a projection beside the old one and switches; answers when it is done. */
    @PostMapping("/rebuild")
    Map<String, String> rebuild(@RequestParam Part part) {
        switch (part) {
            case GRAPH -> projections.rebuildGraph();
            case SEARCH -> projections.rebuildSearch();
            case ALL -> {
                projections.rebuildGraph();
                projections.rebuildSearch();
            }
        }
        return Map.of("rebuilt", part.name());
    }

    @ExceptionHandler(LogReadOnly.class)
    ProblemDetail notYet(LogReadOnly e) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage()));
        problem.setProperty("remedy", "wait until the node has asked its peers, then repeat");
        return problem;
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ProblemDetail refused(IllegalArgumentException e) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(e.getMessage()));
    }

    private static Admitted answer(AdmissionResult result) {
        return switch (result) {
            case AdmissionResult.Admitted(var member, var credential, var created) ->
                    new Admitted(
                            member.city().value(),
                            created,
                            credential == null ? null : credential.user(),
                            credential == null ? null : credential.password());
            case AdmissionResult.Refused(var reason) ->
                    throw new ErrorResponseException(
                            HttpStatus.CONFLICT,
                            ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, reason),
                            null);
        };
    }

    /**
     * How the node is.
     *
     * @param health {@code UP} or worse
     * @param troubles parts that are not well
     * @param rejected what was never stored, by reason and door (F16)
     * @param quarantined how many events are stored and not projected, by reason (F15)
     * @param harvests what became of each portal the last time
     * @param folders what became of the latest file of each watched folder
     */
    record Status(
            String node,
            String url,
            String data,
            String diskFree,
            String health,
            List<String> troubles,
            Map<String, Long> rejected,
            Map<String, Integer> quarantined,
            List<String> harvests,
            List<String> folders) {}

    /** What can be rebuilt. */
    public enum Part {
        GRAPH,
        SEARCH,
        ALL
    }

    /** The parts of a token that are asked for. */
    public record TokenWish(String role, String city, String label, int days) {}

    /** The text of a new token. */
    public record NewToken(String token) {}

    /**
     * A join request on its way.
     *
     * @param joinRequest compact JWS
     */
    public record JoinRequestText(String joinRequest) {}

    /** A city to be hosted. */
    public record Hosted(String city, CityProfile profile) {}

    /** What came of an admission; user and password only for a city with a node of its own. */
    public record Admitted(
            String city, boolean created, @Nullable String user, @Nullable String password) {}
}
