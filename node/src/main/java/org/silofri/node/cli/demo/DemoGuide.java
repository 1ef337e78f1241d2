package org.silofri.node.cli.demo;

import org.silofri.node.cli.demo.process.DemoState;
import org.silofri.node.cli.terminal.Console;

/** What to open and what to try, printed when the demo is ready. */
final class DemoGuide {

    private final Console console;
    private final DemoState state;

    DemoGuide(Console console, DemoState state) {
        this.console = console;
        this.state = state;
    }

    void print() {
        console.line("");
        console.line("Ready. Open:");
        state.nodes()
                .forEach(node -> console.line("  %-12s %s".formatted(node.name(), node.url())));
        String stavanger = url("stavanger");
        console.line("");
        console.line("Try:");
        console.line("  who tried parking cameras?   " + stavanger + "/search?q=kamera+parkering");
        console.line("  the whole network by SPARQL  " + stavanger + "/query");
        console.line("  who holds what               " + stavanger + "/network");
        console.line(
                "  sign in                      " + stavanger + "/signin, with an account below");
        console.line(
                "  the API with a token         target/demo/nodes.json, "
                        + stavanger
                        + "/v3/api-docs");
        console.line("  stop                         ./silofri demo --stop");
        accounts();
        console.line("");
    }

    private void accounts() {
        console.line("");
        console.line("Accounts (sign-in name, password; also in target/demo/nodes.json):");
        for (DemoState.Node node : state.nodes()) {
            console.line("  %s/signin  (%s)".formatted(node.url(), node.name()));
            node.accounts()
                    .forEach(account ->
                            console.line(
                                    "    %-12s %s".formatted(account.name(), account.password())));
        }
    }

    private String url(String name) {
        return state.nodes().stream()
                .filter(node -> node.name().equals(name))
                .map(DemoState.Node::url)
                .findFirst()
                .orElseThrow();
    }
}
