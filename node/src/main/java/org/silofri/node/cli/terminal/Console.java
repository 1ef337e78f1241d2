package org.silofri.node.cli.terminal;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine;

/** What a command tells the person in front of it. */
public final class Console {

    private final PrintWriter out;

    public Console(CommandLine command) {
        this(command.getOut());
    }

    public Console(PrintWriter out) {
        this.out = out;
    }

    public void line(String text) {
        out.println(text);
        out.flush();
    }

    /** Shows a step while it runs, then how long it took. */
    public <T> T step(String text, Supplier<T> work) {
        out.printf("  %-58s", text + " …");
        out.flush();
        long start = System.nanoTime();
        try {
            T result = work.get();
            out.printf(Locale.ROOT, "%6.1f s%n", seconds(start));
            return result;
        } catch (RuntimeException e) {
            out.println("failed");
            throw e;
        } finally {
            out.flush();
        }
    }

    public void step(String text, Runnable work) {
        step(
                text,
                () -> {
                    work.run();
                    return true;
                });
    }

    private static double seconds(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    }
}
