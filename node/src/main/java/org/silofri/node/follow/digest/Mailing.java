package org.silofri.node.follow.digest;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an account, or the mailbox of a city, has been told.
 *
 * @param whom id of the account, or of the own city
 * @param told last change of the logs that was told, or found to be no news
 * @param settled when the last turn was settled
 * @param attempts tries of the turn that is open, or refusals in a row
 * @param retry when the open turn is tried again; null when none is open
 * @param trouble of the last turn; null when it went well
 * @param answer what the mail server said about it; null when there is no trouble
 */
record Mailing(
        Purpose purpose,
        String whom,
        Rhythm rhythm,
        long told,
        Instant settled,
        int attempts,
        @Nullable Instant retry,
        @Nullable Trouble trouble,
        @Nullable Instant troubleAt,
        @Nullable String answer) {

    /** Why somebody is written to. */
    enum Purpose {
        /** News in what an account follows. */
        DIGEST,
        /** Entries of an own city that nobody has touched for long. */
        REMINDER
    }

    /** A mailbox that has refused so often is left alone until somebody looks after it. */
    static final int MOST_REFUSALS = 3;

    private static final int MOST_DOUBLINGS = 10;

    /** Whether nothing is sent any more until somebody looks after it. */
    boolean paused() {
        return trouble == Trouble.REFUSED && attempts >= MOST_REFUSALS;
    }

    /** Whether its turn has come. */
    boolean due(Timetable timetable, Instant now) {
        if (rhythm == Rhythm.OFF || paused()) {
            return false;
        }
        return retry != null
                ? !now.isBefore(retry)
                : timetable.latest(rhythm, now).isAfter(settled);
    }

    /** After a refusal: the turn is over, and what it would have told waits for the next. */
    Mailing refused(String said, Instant now) {
        int refusals = trouble == Trouble.REFUSED ? attempts + 1 : 1;
        return new Mailing(
                purpose, whom, rhythm, told, now, refusals, null, Trouble.REFUSED, now, said);
    }

    /**
     * After a server that took nothing: the turn stays open for some tries, then it is over and
     * what it would have told waits for the next.
     */
    Mailing notTaken(String said, Instant now, int most, Duration firstPause) {
        int tries = retry == null ? 1 : attempts + 1;
        boolean over = tries >= most;
        Duration pause = firstPause.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
        return new Mailing(
                purpose,
                whom,
                rhythm,
                told,
                over ? now : settled,
                over ? 0 : tries,
                over ? null : now.plus(pause),
                Trouble.UNREACHED,
                now,
                said);
    }

    /** Told up to that change: before the letter leaves, and for good unless it was not taken. */
    Mailing told(long upTo, Instant now) {
        return new Mailing(
                purpose,
                whom,
                rhythm,
                upTo,
                now,
                attempts,
                null,
                Trouble.UNCERTAIN,
                now,
                "the node stopped");
    }

    /** After a letter that was taken, or a turn without news. */
    Mailing settled(long upTo, Instant now) {
        return new Mailing(purpose, whom, rhythm, upTo, now, 0, null, null, null, null);
    }

    /** After a letter that may have been taken; it is never sent again. */
    Mailing uncertain(long upTo, String said, Instant now) {
        return new Mailing(purpose, whom, rhythm, upTo, now, 0, null, Trouble.UNCERTAIN, now, said);
    }
}
