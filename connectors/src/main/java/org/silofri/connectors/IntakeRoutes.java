package org.silofri.connectors;

import java.time.Duration;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.builder.RouteBuilder;
import org.silofri.catalogue.validation.Candidate;
import org.silofri.catalogue.validation.IntakePort;
import org.silofri.catalogue.validation.IntakeResult;
import org.silofri.catalogue.validation.IntakeResult.Throttled;

/**
 * The end of every connector's route. {@value #INTAKE} takes a {@link Candidate} as body and
 * answers with an {@link IntakeResult}; {@value #PACED} does the same, waiting as long as intake
 * says when a quota is used up.
 */
public final class IntakeRoutes extends RouteBuilder {

    /** One candidate to intake, one result back. */
    public static final String INTAKE = "direct:intake";

    /** As {@link #INTAKE}, never answering {@link Throttled}. */
    public static final String PACED = "direct:paced-intake";

    /** Header: {@code true} checks the candidate and publishes nothing. */
    public static final String DRY_RUN = "SilofriDryRun";

    /** Exchange property: a {@code Consumer<Duration>} that is told before each wait. */
    public static final String ON_WAIT = "SilofriOnWait";

    private static final String CANDIDATE = "SilofriCandidate";
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);

    private final IntakePort intake;
    private final IntakePort dryRun;
    private final Sleeper sleeper;

    /**
     * Routes into intake.
     *
     * @param intake publishes what it accepts
     * @param dryRun gives the same answers and publishes nothing
     */
    public IntakeRoutes(IntakePort intake, IntakePort dryRun, Sleeper sleeper) {
        this.intake = intake;
        this.dryRun = dryRun;
        this.sleeper = sleeper;
    }

    @Override
    public void configure() {
        // a failure belongs to the connector's route, which knows the row or the page
        errorHandler(noErrorHandler());
        from(INTAKE).routeId("intake").process(this::submit);
        from(PACED)
                .routeId("paced-intake")
                .setProperty(CANDIDATE, body())
                .to(INTAKE)
                .loopDoWhile(body().isInstanceOf(Throttled.class))
                .process(this::waitAsTold)
                .setBody(exchangeProperty(CANDIDATE))
                .to(INTAKE)
                .end();
    }

    private void submit(Exchange exchange) throws InvalidPayloadException {
        boolean dry = Boolean.TRUE.equals(exchange.getMessage().getHeader(DRY_RUN, Boolean.class));
        IntakePort port = dry ? dryRun : intake;
        Candidate candidate = exchange.getMessage().getMandatoryBody(Candidate.class);
        exchange.getMessage().setBody(port.submit(candidate));
    }

    private void waitAsTold(Exchange exchange)
            throws InterruptedException, InvalidPayloadException {
        Duration told = exchange.getMessage().getMandatoryBody(Throttled.class).retryAfter();
        Duration wait = told.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : told;
        Consumer<?> listener = exchange.getProperty(ON_WAIT, Consumer.class);
        if (listener != null) {
            @SuppressWarnings("unchecked") // only durations are ever announced under this name
            Consumer<Duration> durations = (Consumer<Duration>) listener;
            durations.accept(wait);
        }
        sleeper.sleep(wait);
    }
}
