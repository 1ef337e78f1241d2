package org.silofri.node.cli.demo;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.silofri.node.cli.demo.process.DemoFolders;
import org.silofri.node.cli.demo.process.DemoNode;
import org.silofri.node.cli.demo.process.DemoPorts;
import org.silofri.node.cli.terminal.CommandFailed;
import org.silofri.node.cli.terminal.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the whole network on one machine: a coordinator and three cities, four processes. */
@Command(
        name = "demo",
        description = {
            "Start a whole network on this machine, with real public facts.",
            "A coordinator and the nodes of Copenhagen, Stavanger and Helsinki are started, admitted"
                    + " and loaded, and what to open is printed. Starting again keeps the data."
        })
public final class DemoCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--detach", description = "return when all four are ready")
    private boolean detach;

    @Option(names = "--stop", description = "stop a running demo")
    private boolean stop;

    @Option(names = "--fresh", description = "throw the demo's data away and start from empty")
    private boolean fresh;

    @Option(
            names = "--port-base",
            paramLabel = "PORT",
            description = "first of the four page ports; moves all others along")
    private int portBase = DemoPorts.DEFAULT_BASE;

    @Override
    public Integer call() {
        Console console = new Console(java.util.Objects.requireNonNull(spec).commandLine());
        DemoFolders folders = DemoFolders.at(home());
        DemoStop stopping = new DemoStop(folders, console);
        if (stop) {
            return stopping.run();
        }
        DemoPorts ports = new DemoPorts(portBase);
        if (!stopping.alive().isEmpty()) {
            if (!fresh) {
                throw new CommandFailed(
                        "The demo is running already",
                        "open %s, or stop it: ./silofri demo --stop"
                                .formatted(folders.startedWith(ports).url(DemoNode.COORDINATOR)));
            }
            stopping.run();
        }
        // first, so that data are not thrown away for a start that cannot succeed
        new Preflight(folders, ports).run();
        if (fresh) {
            folders.clear();
        }
        folders.fixPortBase(ports);
        Demo demo = new Demo(folders, ports, console, detach);
        demo.start();
        if (!detach) {
            demo.waitForEnd();
        }
        return 0;
    }

    private static Path home() {
        String home = System.getenv("SILOFRI_HOME");
        if (home == null) {
            throw new CommandFailed(
                    "The demo does not know its folder", "start it as ./silofri demo");
        }
        return Path.of(home);
    }
}
