package org.silofri.node.follow.digest;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.follow.Follows;
import org.silofri.node.follow.News;
import org.silofri.node.follow.NewsReader;
import org.silofri.node.follow.digest.Mailing.Purpose;
import org.silofri.node.follow.mail.Handover;
import org.silofri.node.follow.mail.Letter;
import org.silofri.node.follow.mail.MailAddress;
import org.silofri.node.follow.mail.MailSettings;
import org.silofri.node.follow.mail.Postman;
import org.silofri.node.follow.mail.UnsubscribeLinks;
import org.silofri.node.follow.stale.StaleEntries;
import org.silofri.node.follow.stale.StaleEntry;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.membership.Member;
import org.silofri.node.membership.Members;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes to everybody whose turn has come. How far somebody has been told is on disk before the
 * first byte of a letter leaves, so that nothing is told twice (ADR 0141). One round at a time.
 */
@Component
class MailRound {

    private static final Logger LOG = LoggerFactory.getLogger(MailRound.class);

    private final Mailings mailings;
    private final Recipients recipients;
    private final Follows follows;
    private final NewsReader reader;
    private final StaleEntries stale;
    private final Letters letters;
    private final UnsubscribeLinks links;
    private final Postman postman;
    private final MailSettings settings;
    private final NodeIdentity identity;
    private final Members members;
    private final InstantSource clock;
    private final Timetable timetable;

    MailRound(
            Mailings mailings,
            Recipients recipients,
            Follows follows,
            NewsReader reader,
            StaleEntries stale,
            Letters letters,
            UnsubscribeLinks links,
            Postman postman,
            MailSettings settings,
            NodeIdentity identity,
            Members members,
            InstantSource clock) {
        this.mailings = mailings;
        this.recipients = recipients;
        this.follows = follows;
        this.reader = reader;
        this.stale = stale;
        this.letters = letters;
        this.links = links;
        this.postman = postman;
        this.settings = settings;
        this.identity = identity;
        this.members = members;
        this.clock = clock;
        this.timetable =
                new Timetable(settings.digestAt(), settings.digestDay(), settings.timeZone());
    }

    /** What is to be sent, and up to which change it tells. */
    private record Outgoing(MailAddress to, Letter letter, long upTo) {}

    /** One round; ends early when the mail server cannot be reached. */
    synchronized void run() {
        if (!postman.works()) {
            return;
        }
        settings.reminders().mailboxes().keySet().stream()
                .map(CityId::new)
                .filter(identity::owns)
                .forEach(city ->
                        mailings.begin(
                                Purpose.REMINDER,
                                city.value(),
                                Rhythm.MONTHLY,
                                0,
                                clock.instant()));
        for (Mailing mailing : mailings.all()) {
            if (mailing.due(timetable, clock.instant()) && !turn(mailing)) {
                return;
            }
        }
    }

    /** Returns false when the server took nothing. */
    private boolean turn(Mailing mailing) {
        Optional<Outgoing> outgoing =
                switch (mailing.purpose()) {
                    case DIGEST -> digest(mailing);
                    case REMINDER -> reminder(mailing);
                };
        return outgoing.isEmpty() || send(mailing, outgoing.get());
    }

    private Optional<Outgoing> digest(Mailing mailing) {
        Optional<Recipient> recipient = recipients.byAccount(mailing.whom());
        if (recipient.isEmpty()) {
            return Optional.empty();
        }
        Recipient to = recipient.get();
        // a log that was replaced by an older one begins to count anew
        long after = Math.min(mailing.told(), reader.visible());
        News news = reader.news(follows.of(to.account()), to.language(), to.cities(), after);
        if (news.isEmpty()) {
            mailings.keep(mailing.settled(news.upTo(), clock.instant()));
            return Optional.empty();
        }
        Letter letter = letters.digest(to, news, links.of(to.account()));
        return Optional.of(new Outgoing(to.address(), letter, news.upTo()));
    }

    private Optional<Outgoing> reminder(Mailing mailing) {
        CityId city = new CityId(mailing.whom());
        Optional<MailAddress> mailbox =
                Optional.ofNullable(settings.reminders().mailboxes().get(mailing.whom()))
                        .filter(_ -> identity.owns(city))
                        .map(MailAddress::new);
        if (mailbox.isEmpty()) {
            return Optional.empty();
        }
        Instant since = clock.instant().minus(settings.reminders().after());
        List<StaleEntry> entries = stale.of(city, since);
        if (entries.isEmpty()) {
            mailings.keep(mailing.settled(0, clock.instant()));
            return Optional.empty();
        }
        String language = members.byCity(city).map(Member::language).orElse("en");
        return Optional.of(
                new Outgoing(mailbox.get(), letters.reminder(city, language, entries), 0));
    }

    private boolean send(Mailing mailing, Outgoing outgoing) {
        Handover handover =
                postman.hand(
                        outgoing.to(),
                        outgoing.letter(),
                        () -> mailings.keep(mailing.told(outgoing.upTo(), clock.instant())));
        Instant now = clock.instant();
        Mailing after =
                switch (handover) {
                    case Handover.Accepted() -> mailing.settled(outgoing.upTo(), now);
                    case Handover.Uncertain(String said) ->
                            mailing.uncertain(outgoing.upTo(), said, now);
                    case Handover.Refused(String said) -> mailing.refused(said, now);
                    case Handover.NotTaken(String said) ->
                            mailing.notTaken(said, now, settings.attempts(), settings.firstPause());
                };
        mailings.keep(after);
        report(mailing, handover);
        return !(handover instanceof Handover.NotTaken);
    }

    /** Never the address: the purpose and the server's trouble are enough to act. */
    private static void report(Mailing mailing, Handover handover) {
        switch (handover) {
            case Handover.Accepted() ->
                    LOG.atDebug().addKeyValue("purpose", mailing.purpose()).log("letter sent");
            case Handover.Refused(_) ->
                    LOG.atInfo()
                            .addKeyValue("purpose", mailing.purpose())
                            .log("mailbox refuses a letter; its account or city page shows it");
            case Handover.Uncertain(_) ->
                    LOG.atWarn()
                            .addKeyValue("purpose", mailing.purpose())
                            .log("mail server did not answer after a letter; it is not sent again");
            case Handover.NotTaken(String said) ->
                    LOG.atWarn()
                            .addKeyValue("purpose", mailing.purpose())
                            .log("mail server takes nothing, trying again later: {}", said);
        }
    }
}
