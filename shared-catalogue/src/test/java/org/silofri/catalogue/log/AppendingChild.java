package org.silofri.catalogue.log;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Appends without end and prints each sequence number that was acknowledged; meant to be killed.
 */
final class AppendingChild {

    private static final int THREADS = 3;

    private AppendingChild() {}

    public static void main(String[] args) {
        Author author = new Author("copenhagen");
        EventLog log = EventLog.open(Path.of(args[0]));
        PrintStream out = System.out;
        AtomicLong number = new AtomicLong();
        for (int i = 0; i < THREADS; i++) {
            Thread.ofPlatform().start(() -> append(log, author, number, out));
        }
    }

    private static void append(EventLog log, Author author, AtomicLong number, PrintStream out) {
        while (!out.checkError()) {
            long n = number.incrementAndGet();
            var event =
                    log.append(author.city(), author.draft("e" + n % 50, "T" + n), author.signer());
            synchronized (out) {
                out.println("saved " + event.position().seq() + " " + event.hash());
            }
        }
    }
}
