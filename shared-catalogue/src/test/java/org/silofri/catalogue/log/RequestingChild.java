package org.silofri.catalogue.log;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Appends for named requests without end and prints each name it begins; meant to be killed. */
final class RequestingChild {

    private static final int THREADS = 3;

    private RequestingChild() {}

    public static void main(String[] args) {
        Author author = new Author("copenhagen");
        EventLog log = EventLog.open(Path.of(args[0]));
        AtomicLong number = new AtomicLong();
        for (int i = 0; i < THREADS; i++) {
            Thread.ofPlatform().start(() -> request(log, author, args[1], number, System.out));
        }
    }

    private static void request(
            EventLog log, Author author, String round, AtomicLong number, PrintStream out) {
        while (!out.checkError()) {
            String name = round + "-" + number.incrementAndGet();
            synchronized (out) {
                out.println("begins " + name + " .");
            }
            log.append(
                    author.city(),
                    author.draft(name, "T"),
                    new Expectation.NothingYet(),
                    Optional.of(RequestsTest.key(name)),
                    author.signer());
        }
    }
}
