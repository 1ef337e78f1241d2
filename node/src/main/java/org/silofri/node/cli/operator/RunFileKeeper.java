package org.silofri.node.cli.operator;

import jakarta.annotation.PreDestroy;
import java.util.Objects;
import org.silofri.node.identity.NodeSettings;
import org.silofri.node.security.OperatorToken;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes {@code run.json} once the node answers, and takes it away when it stops. */
@Component
class RunFileKeeper {

    private final NodeSettings settings;
    private final OperatorToken token;
    private final ServletWebServerApplicationContext server;

    RunFileKeeper(
            NodeSettings settings, OperatorToken token, ServletWebServerApplicationContext server) {
        this.settings = settings;
        this.token = token;
        this.server = server;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        int port = Objects.requireNonNull(server.getWebServer()).getPort();
        new RunFile(ProcessHandle.current().pid(), "http://localhost:" + port, token.text())
                .write(settings.data());
    }

    @PreDestroy
    void stopped() {
        RunFile.delete(settings.data());
    }
}
