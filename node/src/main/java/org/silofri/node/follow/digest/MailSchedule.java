package org.silofri.node.follow.digest;

import java.time.Duration;
import org.silofri.node.follow.mail.MailSettings;
import org.silofri.node.follow.mail.Postman;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks now and then whether a letter is due; on a thread of its own, as mail servers are slow. */
@Component
class MailSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(MailSchedule.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final MailRound round;
    private final Postman postman;
    private final Duration every;
    private volatile Thread schedule = Thread.ofVirtual().unstarted(this::goOn);

    MailSchedule(MailRound round, Postman postman, MailSettings settings) {
        this.round = round;
        this.postman = postman;
        this.every = settings.lookEvery();
    }

    private void goOn() {
        try {
            while (true) {
                Thread.sleep(every);
                look();
            }
        } catch (InterruptedException e) {
            LOG.debug("the schedule ends with the node");
        }
    }

    private void look() {
        try {
            round.run();
        } catch (RuntimeException e) {
            // a supervising loop: the next round tries again
            LOG.atError().setCause(e).log("mail round failed, the next one tries again");
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (postman.works()) {
            schedule = Thread.ofVirtual().name("silofri-mail").start(this::goOn);
        }
    }

    /** A letter on its way is broken off; it counts as told if its text had begun to leave. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        schedule.interrupt();
        try {
            if (schedule.isAlive() && !schedule.join(STOP_WITHIN)) {
                LOG.warn("mail does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
