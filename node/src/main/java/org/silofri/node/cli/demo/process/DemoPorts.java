package org.silofri.node.cli.demo.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.silofri.node.cli.terminal.CommandFailed;

/**
 * The ports of the demo, all moved together.
 *
 * @param base of the coordinator's pages, 1024 to 60000
 */
public record DemoPorts(int base) {

    public static final int DEFAULT_BASE = 8080;

    private static final int DEFAULT_HUB = 5672;
    private static final int MANAGEMENT = 1000;
    private static final int LEAST = 1024;
    private static final int MOST = 60_000;
    private static final int ATTEMPTS = 50;
    private static final int FREE_FROM = 20_000;
    private static final int FREE_BLOCKS = 100;
    private static final int BLOCK = 100;
    private static final int ELSEWHERE = 18_080;

    public DemoPorts {
        if (base < LEAST || base > MOST) {
            throw new CommandFailed(
                    "Port base " + base + " is outside its range",
                    "choose one from %d to %d".formatted(LEAST, MOST));
        }
    }

    /**
     * Ports that nobody listens on, for a network that nobody else needs to find.
     *
     * @throws CommandFailed if none are found
     */
    public static DemoPorts free() {
        Random random = new Random();
        for (int i = 0; i < ATTEMPTS; i++) {
            DemoPorts ports = new DemoPorts(FREE_FROM + random.nextInt(FREE_BLOCKS) * BLOCK);
            if (ports.taken().isEmpty()) {
                return ports;
            }
        }
        throw new CommandFailed("No free ports are found", "stop programs that hold ports");
    }

    int http(DemoNode node) {
        return base + node.offset();
    }

    int management(DemoNode node) {
        return http(node) + MANAGEMENT;
    }

    /** AMQP of the hub: 5672 with the default base, moved by as much as the base is. */
    public int hub() {
        int moved = DEFAULT_HUB + base - DEFAULT_BASE;
        return moved >= LEAST ? moved : base + 2 * MANAGEMENT;
    }

    public String url(DemoNode node) {
        return "http://localhost:" + http(node);
    }

    public String health(DemoNode node) {
        return "http://localhost:" + management(node) + "/actuator/health";
    }

    /** Fails when something else listens on one of the ports. */
    public void requireFree() {
        List<Integer> taken = taken();
        if (!taken.isEmpty()) {
            throw new CommandFailed(
                    "Port " + taken + " is taken by another program",
                    "stop that program, or move all ports: ./silofri demo --port-base %d --fresh"
                            .formatted(base < ELSEWHERE ? ELSEWHERE : base - BLOCK));
        }
    }

    private List<Integer> taken() {
        List<Integer> taken = new ArrayList<>();
        for (DemoNode node : DemoNode.ALL) {
            addIfTaken(http(node), taken);
            addIfTaken(management(node), taken);
        }
        addIfTaken(hub(), taken);
        return taken;
    }

    private static void addIfTaken(int port, List<Integer> taken) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            taken.add(port);
        }
    }
}
