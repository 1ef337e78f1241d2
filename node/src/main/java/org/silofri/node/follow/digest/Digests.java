package org.silofri.node.follow.digest;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.follow.FollowResult;
import org.silofri.node.follow.FollowTarget;
import org.silofri.node.follow.Follows;
import org.silofri.node.follow.News;
import org.silofri.node.follow.NewsReader;
import org.silofri.node.follow.digest.Mailing.Purpose;
import org.silofri.node.follow.mail.Postman;
import org.silofri.node.log.LogService;
import org.springframework.stereotype.Component;

/** How an account wants to be told, and how that stands. Thread-safe. */
@Component
public class Digests {

    /** Changes of the logs that are looked at for somebody who waits for a page. */
    private static final long GLANCE = 5_000;

    private final Mailings mailings;
    private final Follows follows;
    private final NewsReader reader;
    private final LogService logs;
    private final Postman postman;
    private final InstantSource clock;

    Digests(
            Mailings mailings,
            Follows follows,
            NewsReader reader,
            LogService logs,
            Postman postman,
            InstantSource clock) {
        this.mailings = mailings;
        this.follows = follows;
        this.reader = reader;
        this.logs = logs;
        this.postman = postman;
        this.clock = clock;
    }

    /**
     * How the digests of an account stand.
     *
     * @param rhythm chosen; {@link Rhythm#OFF} before anything was followed
     * @param trouble of the last one; null when it went well
     * @param troubleAt when that was; null without trouble
     * @param answer what the mail server said; null without trouble
     * @param paused whether nothing is sent any more until somebody looks after it
     */
    public record Standing(
            Rhythm rhythm,
            @Nullable Trouble trouble,
            @Nullable Instant troubleAt,
            @Nullable String answer,
            boolean paused) {}

    /** Whether this node sends mail at all. */
    public boolean mails() {
        return postman.works();
    }

    /** Follows it; whoever follows something for the first time is told weekly. */
    public FollowResult follow(String account, FollowTarget target) {
        mailings.begin(
                Purpose.DIGEST, account, Rhythm.WEEKLY, logs.log().lastChange(), clock.instant());
        return follows.add(account, target);
    }

    /**
     * Chooses how often; what happened while nothing was sent is not told later.
     *
     * @param rhythm not {@link Rhythm#MONTHLY}
     */
    public void choose(String account, Rhythm rhythm) {
        if (rhythm == Rhythm.MONTHLY) {
            throw new IllegalArgumentException("A digest is daily, weekly or off");
        }
        long now = logs.log().lastChange();
        mailings.begin(Purpose.DIGEST, account, Rhythm.OFF, now, clock.instant());
        if (standing(account).rhythm() == Rhythm.OFF && rhythm != Rhythm.OFF) {
            mailings.skip(Purpose.DIGEST, account, now, clock.instant());
        }
        mailings.rhythm(Purpose.DIGEST, account, rhythm);
    }

    /** Tries a mailbox again that has refused. */
    public void again(String account) {
        mailings.rhythm(Purpose.DIGEST, account, standing(account).rhythm());
    }

    /** How the digests of the account stand. */
    public Standing standing(String account) {
        return mailings.find(Purpose.DIGEST, account)
                .map(mailing ->
                        new Standing(
                                mailing.rhythm(),
                                mailing.trouble(),
                                mailing.troubleAt(),
                                mailing.answer(),
                                mailing.paused()))
                .orElse(new Standing(Rhythm.OFF, null, null, null, false));
    }

    /**
     * What the next digest would tell as things are; of a long time only the latest part.
     *
     * @param cities that the account writes for
     */
    public News next(String account, String language, Set<CityId> cities) {
        Optional<Mailing> mailing = mailings.find(Purpose.DIGEST, account);
        long visible = reader.visible();
        long after = Math.max(mailing.map(Mailing::told).orElse(visible), visible - GLANCE);
        return reader.news(follows.of(account), language, cities, Math.min(after, visible));
    }
}
