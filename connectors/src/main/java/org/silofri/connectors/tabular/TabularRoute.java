package org.silofri.connectors.tabular;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.builder.ExpressionBuilder;
import org.silofri.catalogue.validation.Candidate;
import org.silofri.catalogue.validation.IntakeResult;
import org.silofri.connectors.IntakeRoutes;
import org.silofri.connectors.tabular.ImportJob.Item;
import org.silofri.connectors.tabular.RowOutcome.Outcome;
import org.silofri.connectors.tabular.entry.MappedRow.Faulty;
import org.silofri.connectors.tabular.entry.MappedRow.Ready;
import org.silofri.connectors.tabular.sheet.CellProblem;

/** Rows of a file → split → map → intake; one row's fate never touches another's. */
public final class TabularRoute extends RouteBuilder {

    static final String URI = "direct:tabular";

    private static final String JOB = "SilofriImportJob";
    private static final String ITEM = "SilofriImportItem";
    private static final String WARNINGS = "SilofriImportWarnings";

    @Override
    public void configure() {
        onException(RuntimeException.class, InterruptedException.class)
                .handled(true)
                .process(this::recordFailure);
        from(URI)
                .routeId("tabular")
                .process(TabularRoute::prepare)
                .split(ExpressionBuilder.bodyExpression(ImportJob.class, ImportJob::items))
                .setProperty(ITEM, body())
                .setProperty(WARNINGS, constant(List.of()))
                .process(TabularRoute::map)
                .choice()
                .when(body().isInstanceOf(Candidate.class))
                .to(IntakeRoutes.PACED)
                .end()
                .process(TabularRoute::record)
                .end();
    }

    private static void prepare(Exchange exchange) throws InvalidPayloadException {
        ImportJob job = exchange.getMessage().getMandatoryBody(ImportJob.class);
        Consumer<Duration> onWait = job::waiting;
        exchange.setProperty(JOB, job);
        exchange.setProperty(IntakeRoutes.ON_WAIT, onWait);
        exchange.getMessage().setHeader(IntakeRoutes.DRY_RUN, job.options().dryRun());
    }

    private static void map(Exchange exchange) {
        if (Thread.currentThread().isInterrupted() || job(exchange).listenerFailure().isPresent()) {
            exchange.getMessage().setBody(Outcome.NOT_TRIED);
            return;
        }
        switch (job(exchange).map(item(exchange))) {
            case Ready(Candidate candidate, List<CellProblem> warnings) -> {
                exchange.setProperty(WARNINGS, warnings);
                exchange.getMessage().setBody(candidate);
            }
            case Faulty faulty -> exchange.getMessage().setBody(faulty);
        }
    }

    private static void record(Exchange exchange) throws InvalidPayloadException {
        Item item = item(exchange);
        RowOutcome outcome =
                switch (exchange.getMessage().getMandatoryBody()) {
                    case IntakeResult result -> Outcomes.of(result, item, warnings(exchange));
                    case Faulty(List<CellProblem> problems) ->
                            Outcomes.refused(item, problems, List.of());
                    case Outcome notTried -> Outcomes.of(notTried, item);
                    case Object other -> throw new IllegalStateException("No outcome: " + other);
                };
        job(exchange).record(outcome);
    }

    private void recordFailure(Exchange exchange) {
        Throwable cause = property(exchange, Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            job(exchange).record(Outcomes.of(Outcome.NOT_TRIED, item(exchange)));
            return;
        }
        Item item = item(exchange);
        log.atError()
                .addKeyValue("route", "tabular")
                .addKeyValue("row", item.row().number())
                .log("intake fails, the import goes on: {}", String.valueOf(cause));
        job(exchange).record(Outcomes.failed(item, String.valueOf(cause.getMessage())));
    }

    private static ImportJob job(Exchange exchange) {
        return property(exchange, JOB, ImportJob.class);
    }

    private static Item item(Exchange exchange) {
        return property(exchange, ITEM, Item.class);
    }

    @SuppressWarnings("unchecked") // only map() sets the property
    private static List<CellProblem> warnings(Exchange exchange) {
        return property(exchange, WARNINGS, List.class);
    }

    private static <T> T property(Exchange exchange, String name, Class<T> type) {
        return Objects.requireNonNull(exchange.getProperty(name, type), name);
    }
}
