package org.silofri.connectors.ckan;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.builder.RouteBuilder;
import org.silofri.catalogue.validation.Candidate;
import org.silofri.catalogue.validation.IntakeResult;
import org.silofri.connectors.IntakeRoutes;
import org.silofri.connectors.Remark;
import org.silofri.connectors.ckan.HarvestItem.Outcome;

/**
 * Pages of a portal → split → map → intake. A page that fails is asked again with growing pauses,
 * or when the portal says. A package that intake refuses touches no other; when intake itself fails
 * the harvest ends, so that the next one tries the package again.
 */
public final class CkanRoute extends RouteBuilder {

    static final String URI = "direct:ckan";

    private static final String PACKAGES = "direct:ckan-package";
    private static final String JOB = "SilofriHarvestJob";
    private static final String PACKAGE = "SilofriPackage";

    @Override
    public void configure() {
        from(URI)
                .routeId("ckan")
                .onException(CkanFailure.Unavailable.class, CkanFailure.Busy.class)
                .onExceptionOccurred(CkanRoute::chooseDelay)
                .retryWhile(exchange -> job(exchange).triesAgain())
                .handled(true)
                .process(CkanRoute::breakOff)
                .end()
                .onException(
                        CkanFailure.Useless.class,
                        InterruptedException.class,
                        RejectedExecutionException.class,
                        UncheckedIOException.class)
                .handled(true)
                .process(CkanRoute::breakOff)
                .end()
                .process(CkanRoute::prepare)
                .loopDoWhile(exchange -> job(exchange).goesOn())
                .process(exchange -> exchange.getMessage().setBody(job(exchange).fetch()))
                .split(body())
                .to(PACKAGES)
                .end()
                .process(exchange -> job(exchange).pageDone())
                .end();
        from(PACKAGES)
                .routeId("ckan-package")
                .onException(RuntimeException.class, InterruptedException.class)
                .handled(true)
                .process(CkanRoute::breakOff)
                .end()
                .filter(exchange -> job(exchange).goesOn())
                .setProperty(PACKAGE, body())
                .process(CkanRoute::map)
                .choice()
                .when(body().isInstanceOf(Candidate.class))
                .to(IntakeRoutes.PACED)
                .end()
                .process(CkanRoute::record);
    }

    private static void prepare(Exchange exchange) throws InvalidPayloadException {
        HarvestJob job = exchange.getMessage().getMandatoryBody(HarvestJob.class);
        exchange.setProperty(JOB, job);
        exchange.getMessage().setHeader(IntakeRoutes.DRY_RUN, job.dryRun());
    }

    private static void chooseDelay(Exchange exchange) {
        Throwable cause = property(exchange, Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (cause instanceof CkanFailure failure) {
            long millis = job(exchange).delayAfter(failure).toMillis();
            exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, millis);
        }
    }

    private static void breakOff(Exchange exchange) {
        Throwable cause = property(exchange, Exchange.EXCEPTION_CAUGHT, Throwable.class);
        boolean interrupted =
                cause instanceof InterruptedException
                        || cause instanceof RejectedExecutionException;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        job(exchange)
                .breakOff(
                        cause instanceof CkanFailure failure
                                ? failure.remark()
                                : Remark.of("ckan.broken-off", String.valueOf(cause.getMessage())));
    }

    private static void map(Exchange exchange) {
        CkanPackage item = property(exchange, PACKAGE, CkanPackage.class);
        Optional<Candidate> candidate = job(exchange).mapping().candidate(item);
        exchange.getMessage().setBody(candidate.isPresent() ? candidate.get() : Outcome.NOT_MEANT);
    }

    private static void record(Exchange exchange) throws InvalidPayloadException {
        String id = property(exchange, PACKAGE, CkanPackage.class).id();
        HarvestItem item =
                switch (exchange.getMessage().getMandatoryBody()) {
                    case IntakeResult result -> item(id, result);
                    default -> new HarvestItem(id, Outcome.NOT_MEANT, List.of());
                };
        job(exchange).record(item);
    }

    private static HarvestItem item(String id, IntakeResult result) {
        return switch (result) {
            case IntakeResult.Published(var entry, var position, boolean created) ->
                    new HarvestItem(id, created ? Outcome.NEW : Outcome.CHANGED, List.of());
            case IntakeResult.Unchanged(var entry) ->
                    new HarvestItem(id, Outcome.UNCHANGED, List.of());
            case IntakeResult.Refused(var violations) ->
                    new HarvestItem(
                            id,
                            Outcome.REFUSED,
                            violations.stream()
                                    .map(v -> Remark.ofTexts(v.rule(), v.messages(), v.remedies()))
                                    .toList());
            case IntakeResult.NotAllowed(String reason) ->
                    new HarvestItem(
                            id, Outcome.REFUSED, List.of(Remark.of("row.not-allowed", reason)));
            // ends the harvest before this package, so that the next one tries it again
            case IntakeResult.Unavailable(String reason) -> throw new IllegalStateException(reason);
            case IntakeResult.Throttled(var retryAfter) ->
                    throw new IllegalStateException("The paced route never answers Throttled");
        };
    }

    private static HarvestJob job(Exchange exchange) {
        return property(exchange, JOB, HarvestJob.class);
    }

    private static <T> T property(Exchange exchange, String name, Class<T> type) {
        return Objects.requireNonNull(exchange.getProperty(name, type), name);
    }
}
