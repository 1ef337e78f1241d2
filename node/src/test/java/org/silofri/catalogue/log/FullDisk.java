package org.silofri.catalogue.log;

/** Lets a node's log believe that the disk is full. */
public final class FullDisk {

    private static final long PLENTY = 1_000_000;

    private FullDisk() {}

    /** No page can be added to the file from now on. */
    public static void begin(EventLog log) {
        log.limitPages(log.pageCount());
    }

    /** There is room again. */
    public static void end(EventLog log) {
        log.limitPages(PLENTY);
    }
}
