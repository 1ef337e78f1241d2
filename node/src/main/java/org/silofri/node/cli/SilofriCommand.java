package org.silofri.node.cli;

import org.silofri.node.cli.command.AdmitCommand;
import org.silofri.node.cli.command.CredentialCommand;
import org.silofri.node.cli.command.HarvestCommand;
import org.silofri.node.cli.command.ImportCommand;
import org.silofri.node.cli.command.InitCommand;
import org.silofri.node.cli.command.RebuildCommand;
import org.silofri.node.cli.command.StatusCommand;
import org.silofri.node.cli.command.TokenCommand;
import org.silofri.node.cli.command.UserCommand;
import org.silofri.node.cli.demo.DemoCommand;
import org.silofri.node.cli.demo.TrainingCommand;
import org.silofri.node.cli.terminal.CommandFailed;
import org.silofri.node.identity.NotStartable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code silofri} command: what an operator does with a node. */
@Command(
        name = "silofri",
        description =
                "Knowledge network for cities: run a node, join a network, import, look after.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = Version.class,
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            InitCommand.class,
            AdmitCommand.class,
            CredentialCommand.class,
            ImportCommand.class,
            HarvestCommand.class,
            TokenCommand.class,
            UserCommand.class,
            StatusCommand.class,
            RebuildCommand.class,
            TrainingCommand.class,
            CommandLine.HelpCommand.class
        })
public final class SilofriCommand {

    private SilofriCommand() {}

    /**
     * Exit code 0: done; 1: refused or failed, with the remedy on standard error; 2: wrong usage.
     */
    public static void main(String[] args) {
        int exit = commandLine().execute(args);
        if (exit != 0 || !RunCommand.running()) {
            System.exit(exit);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new SilofriCommand())
                .setExecutionExceptionHandler(SilofriCommand::explain)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static int explain(Exception e, CommandLine command, CommandLine.ParseResult result)
            throws Exception {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case CommandFailed failed -> {
                    return say(command, String.valueOf(failed.getMessage()), failed.remedy());
                }
                case NotStartable failed -> {
                    return say(command, failed.problem(), failed.remedy());
                }
                default -> {}
            }
        }
        if (command.getCommand() instanceof RunCommand) {
            // Spring Boot has told it already, on the console and in the node's log
            return say(
                    command,
                    "The node did not start",
                    "the lines above tell why; so does logs/node.log in its data folder");
        }
        throw e;
    }

    private static int say(CommandLine command, String what, String remedy) {
        command.getErr().println("silofri: " + what);
        command.getErr().println("  remedy: " + remedy);
        return 1;
    }
}
