package org.silofri.node.membership;

import org.silofri.node.log.LogReadOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Enters the coordinator as first member at its first start. */
final class Founding {

    private static final Logger LOG = LoggerFactory.getLogger(Founding.class);

    private final Admission admission;

    Founding(Admission admission) {
        this.admission = admission;
    }

    @EventListener
    void onReady(ApplicationReadyEvent ready) {
        // apart from the start: it may have to wait until the peers have been asked (F8)
        Thread.ofVirtual().name("founding").start(this::found);
    }

    private void found() {
        try {
            admission.found();
        } catch (LogReadOnly e) {
            LOG.atWarn().log("the coordinator is not entered as member yet: {}", e.getMessage());
        }
    }
}
