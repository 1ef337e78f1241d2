package org.silofri.node.follow.digest;

/** How often somebody is written to. */
public enum Rhythm {
    /** Not at all. */
    OFF,
    /** Once a day, when there is something to tell. */
    DAILY,
    /** Once a week, when there is something to tell. */
    WEEKLY,
    /** Once a month; for reminders only. */
    MONTHLY
}
