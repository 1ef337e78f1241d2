package org.silofri.node.replication;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.silofri.catalogue.event.QuarantineReason;
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
 * Lets events out of quarantine: those of the future when they are due (F12), those of a newer
 * ontology once this node knows it (F15).
 */
final class QuarantineKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(QuarantineKeeper.class);
    private static final int BATCH = 500;

    private final EventLog log;
    private final ContentCheck content;
    private final InstantSource clock;

    QuarantineKeeper(EventLog log, ContentCheck content, InstantSource clock) {
        this.log = log;
        this.content = content;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1_000)
    void releaseDue() {
        for (HeldEvent held : log.quarantine().due(clock.instant(), BATCH)) {
            lookAgain(held.event());
        }
    }

    /** An upgrade may have brought the version that was missing. */
    @EventListener
    void onReady(ApplicationReadyEvent ready) {
        List<HeldEvent> held = log.quarantine().of(QuarantineReason.ONTOLOGY, Integer.MAX_VALUE);
        held.forEach(event -> lookAgain(event.event()));
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
