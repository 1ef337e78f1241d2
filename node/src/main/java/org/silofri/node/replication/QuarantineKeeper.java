package org.silofri.node.replication;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.log.EventLog;
import org.silofri.catalogue.log.HeldEvent;
import org.silofri.catalogue.log.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Lets events out of quarantine: those of the future when they are due (F12), and all that another
 * program or ontology version judges otherwise (F15).
 */
final class QuarantineKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(QuarantineKeeper.class);
    private static final int BATCH = 500;
    private static final String SPACE = "quarantine";
    private static final String JUDGED_BY = "judged by";

    private final EventLog log;
    private final ContentCheck content;
    private final InstantSource clock;
    private final String judge;

    /**
     * @param judge program and ontology version that judges now
     */
    QuarantineKeeper(EventLog log, ContentCheck content, InstantSource clock, String judge) {
        this.log = log;
        this.judge = judge;
        this.content = content;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1_000)
    void releaseDue() {
        for (HeldEvent held : log.quarantine().due(clock.instant(), BATCH)) {
            lookAgain(held.event());
        }
    }

    /** An upgrade may have brought what was missing. */
    @EventListener(ApplicationReadyEvent.class)
    void onReady() {
        if (log.values().get(SPACE, JUDGED_BY).filter(judge::equals).isPresent()) {
            return;
        }
        log.quarantine().counts().keySet().forEach(this::lookAgain);
        log.values().put(SPACE, JUDGED_BY, judge);
    }

    private void lookAgain(CityId city) {
        List<HeldEvent> page = log.quarantine().judged(city, Position.START, BATCH);
        while (!page.isEmpty()) {
            page.forEach(held -> lookAgain(held.event()));
            page = log.quarantine().judged(city, page.getLast().event().position(), BATCH);
        }
    }

    private void lookAgain(SignedEvent event) {
        Optional<Verdict.Quarantined> finding = content.finding(event);
        if (finding.isPresent()) {
            log.quarantine().hold(event.city(), event.position(), finding.get());
            return;
        }
        log.quarantine().release(event.city(), List.of(event.position()));
        LOG.atInfo()
                .addKeyValue("city", event.city())
                .addKeyValue("seq", event.position())
                .log("event leaves quarantine");
    }
}
