package org.silofri.node.bus.broker;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import java.util.function.Consumer;

/**
 * Closes a connection that begins without TLS. The handler behind would take AMQP's greeting for
 * the head of a long record of SSL 2, and wait for the rest.
 */
@SuppressWarnings("FutureReturnValueIgnored") // nobody waits for a connection to close
final class TlsFirst extends ByteToMessageDecoder {

    /** RFC 8446, 5.1: a record of a handshake. */
    private static final int HANDSHAKE = 22;

    private final Consumer<String> turnedAway;

    TlsFirst(Consumer<String> turnedAway) {
        this.turnedAway = turnedAway;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (in.getByte(in.readerIndex()) == HANDSHAKE) {
            context.pipeline().remove(this);
            return;
        }
        in.skipBytes(in.readableBytes());
        turnedAway.accept("speak without TLS");
        context.close();
    }
}
