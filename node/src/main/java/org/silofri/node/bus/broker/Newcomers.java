package org.silofri.node.bus.broker;

import io.netty.channel.Channel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Connections that have not logged in, and how many each user has. A newcomer has little time, and
 * when there are too many the oldest goes: a city logs in within moments, so that it comes through
 * however many sockets are held open. Thread-safe.
 */
@SuppressWarnings("FutureReturnValueIgnored") // nobody waits for a connection to close
final class Newcomers {

    /** Most that have not logged in, of all addresses. */
    static final int MOST = 256;

    /** Most that have not logged in, of one address. */
    static final int MOST_OF_ADDRESS = 32;

    /** Most connections of one user; a city needs one, and a second while the first times out. */
    static final int MOST_OF_USER = 10;

    private final Duration within;
    private final Consumer<String> turnedAway;
    private final Set<Channel> waiting = new LinkedHashSet<>();
    private final Map<String, Set<Channel>> users = new HashMap<>();

    /**
     * @param within time for a login
     * @param turnedAway hears what somebody wished whose connection was closed
     */
    Newcomers(Duration within, Consumer<String> turnedAway) {
        this.within = within;
        this.turnedAway = turnedAway;
    }

    void arrived(Channel channel) {
        @Nullable Channel tooMany;
        synchronized (this) {
            waiting.add(channel);
            tooMany = oldest(of(address(channel)), MOST_OF_ADDRESS);
            if (tooMany == null) {
                tooMany = oldest(List.copyOf(waiting), MOST);
            }
        }
        channel.closeFuture().addListener(closed -> left(channel));
        channel.eventLoop()
                .schedule(
                        () -> turnAway(channel, "stay without a login"),
                        within.toMillis(),
                        TimeUnit.MILLISECONDS);
        if (tooMany != null) {
            turnAway(tooMany, "have many connections without a login");
        }
    }

    void loggedIn(Channel channel, String user) {
        @Nullable Channel tooMany;
        synchronized (this) {
            waiting.remove(channel);
            Set<Channel> own = users.computeIfAbsent(user, name -> new LinkedHashSet<>());
            own.add(channel);
            tooMany = oldest(List.copyOf(own), MOST_OF_USER);
        }
        if (!channel.isActive()) {
            left(channel); // its listener may have been called before
        }
        if (tooMany != null) {
            turnedAway.accept("have more than %d connections as %s".formatted(MOST_OF_USER, user));
            tooMany.close();
        }
    }

    /** Closes all that have not logged in. */
    void leave() {
        List<Channel> all;
        synchronized (this) {
            all = List.copyOf(waiting);
            waiting.clear();
        }
        all.forEach(Channel::close);
    }

    private void turnAway(Channel channel, String wish) {
        boolean stays;
        synchronized (this) {
            stays = !waiting.remove(channel);
        }
        if (!stays) {
            turnedAway.accept(wish);
            channel.close();
        }
    }

    private synchronized void left(Channel channel) {
        waiting.remove(channel);
        users.values().removeIf(own -> own.remove(channel) && own.isEmpty());
    }

    private List<Channel> of(@Nullable InetAddress address) {
        Stream<Channel> same =
                waiting.stream().filter(other -> Objects.equals(address(other), address));
        return same.toList();
    }

    private static @Nullable Channel oldest(List<Channel> inOrder, int most) {
        return inOrder.size() > most ? inOrder.getFirst() : null;
    }

    private static @Nullable InetAddress address(Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress remote
                ? remote.getAddress()
                : null;
    }
}
