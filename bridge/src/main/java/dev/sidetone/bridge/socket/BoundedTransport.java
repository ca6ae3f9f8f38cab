package dev.sidetone.bridge.socket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.vertx.core.http.impl.websocket.WebSocketHandshakeInboundHandler;
import io.vertx.core.impl.transports.NioTransport;
import io.vertx.core.spi.transport.Transport;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Vert.x's network over Java's own channels, on which the answer to a client's handshake is bounded: Vert.x keeps the whole body of a
 * refusal, however long it is. One per process.
 */
final class BoundedTransport implements io.vertx.core.transport.Transport {
    private final int mostBytes;

    /** @param mostBytes of an answer to a handshake */
    BoundedTransport(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    public String name() {
        return "nio, bounded";
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public @Nullable Throwable unavailabilityCause() {
        return null;
    }

    @Override
    public Transport implementation() {
        return new Channels();
    }

    private final class Channels extends NioTransport {
        @Override
        public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
            return domainSocket ? super.channelFactory(true) : () -> new ClientChannel(mostBytes);
        }
    }

    /** A client's connection; it counts what comes before the handshake is over. */
    private static final class ClientChannel extends NioSocketChannel {
        private final int mostBytes;
        private int bytesOfHandshake;

        ClientChannel(int mostBytes) {
            this.mostBytes = mostBytes;
        }

        @Override
        protected int doReadBytes(ByteBuf buffer) throws Exception {
            int bytes = super.doReadBytes(buffer);
            if (pipeline().get(WebSocketHandshakeInboundHandler.class) != null) {
                bytesOfHandshake += Math.max(0, bytes);
                if (bytesOfHandshake > mostBytes) {
                    throw new IOException("the answer to the handshake is longer than " + (mostBytes >> 10) + " KiB");
                }
            }
            return bytes;
        }
    }
}
