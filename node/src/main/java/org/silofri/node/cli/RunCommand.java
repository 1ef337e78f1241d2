package org.silofri.node.cli;

import java.util.concurrent.Callable;
import org.silofri.node.SilofriNode;
import org.silofri.node.cli.terminal.NodeOptions;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs a node until it is told to stop (SIGTERM or Ctrl-C). */
@Command(name = "run", description = "Run a node in the foreground.")
final class RunCommand implements Callable<Integer> {

    private static volatile boolean running;

    @Mixin private NodeOptions node = new NodeOptions();

    @Override
    public Integer call() {
        new SpringApplication(SilofriNode.class).run(node.springArguments().toArray(String[]::new));
        running = true;
        return 0;
    }

    /** Whether a node lives in this process, so that the process must not end. */
    static boolean running() {
        return running;
    }
}
