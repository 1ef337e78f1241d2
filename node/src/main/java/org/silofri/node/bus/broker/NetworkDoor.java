package org.silofri.node.bus.broker;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerSessionPlugin;
import org.jspecify.annotations.Nullable;
import org.silofri.node.bus.access.BusSecurity;
import org.silofri.node.tls.Tls;

/**
 * The hub's socket (ADR 0034). The broker itself would keep what speaks another protocol open, and
 * read an HTTP request of any length into memory; so it gets a connection only when that has
 * greeted as AMQP, and keeps it only when a login follows soon.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the loops end by themselves
final class NetworkDoor implements ActiveMQServerSessionPlugin, AutoCloseable {

    private static final int THREADS = 4;
    private static final int SOCKET_BYTES = 1024 * 1024;
    private static final WriteBufferWaterMark WAITING_BYTES =
            new WriteBufferWaterMark(32 * 1024, 128 * 1024);
    private static final long STOP_SECONDS = 2;

    private final BusRole.Hub hub;
    private final BusSecurity security;
    private final Newcomers newcomers;
    private final EventLoopGroup accepting = loops("bus-door", 1);
    private final EventLoopGroup loops = loops("bus-network", THREADS);
    private final Optional<DoorTls> encryption;
    private @Nullable Channel socket;

    NetworkDoor(BusRole.Hub hub, BusSettings settings, BusSecurity security, Tls tls) {
        this.hub = hub;
        this.encryption =
                hub.address().tls()
                        ? Optional.of(new DoorTls(tls, settings.handshake()))
                        : Optional.empty();
        this.security = security;
        this.newcomers = new Newcomers(settings.handshake(), security::turnedAway);
    }

    private static EventLoopGroup loops(String name, int threads) {
        return new MultiThreadIoEventLoopGroup(
                threads, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
    }

    /**
     * Listens from now on and hands what greets as AMQP to the broker.
     *
     * @throws BrokerUnavailable if the address cannot be bound
     */
    void open(NettyAcceptor broker) {
        ChannelFuture bound =
                new ServerBootstrap()
                        .group(accepting, loops)
                        .channel(NioServerSocketChannel.class)
                        .option(ChannelOption.SO_REUSEADDR, true)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childOption(ChannelOption.SO_KEEPALIVE, true)
                        .childOption(ChannelOption.SO_SNDBUF, SOCKET_BYTES)
                        .childOption(ChannelOption.SO_RCVBUF, SOCKET_BYTES)
                        .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WAITING_BYTES)
                        .childHandler(greeted(broker))
                        .bind(hub.address().host(), hub.address().port())
                        .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new BrokerUnavailable(
                    "The hub cannot listen at %s: %s"
                            .formatted(hub.address(), bound.cause().getMessage()),
                    bound.cause());
        }
        socket = bound.channel();
    }

    private ChannelInitializer<Channel> greeted(NettyAcceptor broker) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                newcomers.arrived(channel); // counted before it costs a handshake
                encryption.ifPresent(tls ->
                        channel.pipeline()
                                .addLast(new TlsFirst(security::turnedAway), tls.handler(channel)));
                channel.pipeline().addLast(new AmqpGreeting(broker, security::turnedAway));
            }
        };
    }

    /** The broker makes a session only for who has logged in. */
    @Override
    public void afterCreateSession(ServerSession session) {
        if (session.getRemotingConnection().getTransportConnection()
                instanceof NettyConnection connection) {
            newcomers.loggedIn(connection.getNettyChannel(), session.getUsername());
        }
    }

    /** The port that it has; 0 before it is open. */
    int port() {
        Channel bound = socket;
        return bound != null && bound.localAddress() instanceof InetSocketAddress address
                ? address.getPort()
                : 0;
    }

    /** Takes no new connections; those that are served go on. */
    void shut() {
        Channel bound = socket;
        if (bound != null) {
            bound.close().awaitUninterruptibly(STOP_SECONDS, TimeUnit.SECONDS);
        }
        newcomers.leave();
    }

    /** Ends all that is left. */
    @Override
    public void close() {
        shut();
        accepting.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS);
        encryption.ifPresent(DoorTls::close);
        loops.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(2 * STOP_SECONDS, TimeUnit.SECONDS);
    }
}
