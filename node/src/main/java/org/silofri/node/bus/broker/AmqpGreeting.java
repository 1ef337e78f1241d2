package org.silofri.node.bus.broker;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.util.List;
import java.util.function.Consumer;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;

/**
 * Closes a connection at the first byte that no AMQP 1.0 client sends, and gives it to the broker
 * after the eight that each one begins with.
 *
 * @see <a
 *     href="https://docs.oasis-open.org/amqp/core/v1.0/os/amqp-core-transport-v1.0-os.html#section-version-negotiation">AMQP
 *     1.0, 2.2</a>
 */
@SuppressWarnings("FutureReturnValueIgnored") // nobody waits for a connection to close
final class AmqpGreeting extends ByteToMessageDecoder {

    /** Protocol 3 is SASL; 0 is AMQP without a login, which the broker answers and refuses. */
    private static final byte[] WITH_LOGIN = {'A', 'M', 'Q', 'P', 3, 1, 0, 0};

    private static final int PROTOCOL = 4;

    private final NettyAcceptor broker;
    private final Consumer<String> turnedAway;

    AmqpGreeting(NettyAcceptor broker, Consumer<String> turnedAway) {
        this.broker = broker;
        this.turnedAway = turnedAway;
    }

    /** A handshake that failed has closed the connection already. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        if (event instanceof SslHandshakeCompletionEvent handshake && !handshake.isSuccess()) {
            turnedAway.accept(DoorTls.wish(handshake.cause()));
        }
        super.userEventTriggered(context, event);
    }

    /** What comes before a greeting and cannot be read is told above, and by no stack trace. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        int known = Math.min(in.readableBytes(), WITH_LOGIN.length);
        for (int i = 0; i < known; i++) {
            byte next = in.getByte(in.readerIndex() + i);
            if (next != WITH_LOGIN[i] && !(i == PROTOCOL && next == 0)) {
                in.skipBytes(in.readableBytes());
                turnedAway.accept("speak another protocol");
                context.close();
                return;
            }
        }
        if (known == WITH_LOGIN.length) {
            broker.transfer(context.channel());
            context.pipeline().remove(this);
        }
    }
}
