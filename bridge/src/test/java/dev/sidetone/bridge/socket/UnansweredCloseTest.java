package dev.sidetone.bridge.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.socket.AdmissionBudget.Limit;
import dev.sidetone.bridge.time.ManualTimers;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.internal.http.WebSocketInternal;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sockets whose peer reads nothing, or never answers the closing frame, in manual time. */
class UnansweredCloseTest {
    private static final long MS = 1_000_000;
    private static final long MOST_UNREAD = 4_096;

    private final ManualTimers time = new ManualTimers(7_000_000_000L);
    private final EventLoop loop = new MemoryNetwork(time, 0);
    private final List<String> heard = new ArrayList<>();
    private final DeafSocket socket = new DeafSocket();
    private final Connection connection = opened();

    @Test
    void aCloseThatIsNeverAnsweredEndsInADrop() {
        connection.close(1000, "bye");
        assertThat(socket.closes).containsExactly("1000 bye");
        time.advance(SocketLimits.CLOSING_NS - MS);
        assertThat(socket.channel.isOpen())
                .as("open while its peer may still answer")
                .isTrue();
        time.advance(MS);
        assertThat(socket.channel.isOpen()).as("open after the bound").isFalse();
    }

    @Test
    void aPeerThatReadsNothingIsDroppedTooAndItsOwnerDoesNotWaitForThat() {
        connection.send("x".repeat((int) MOST_UNREAD));
        connection.send("x");
        time.advance(0);
        assertThat(heard).singleElement().asString().startsWith("UNREAD_LIMIT 1008 ");
        assertThat(socket.channel.isOpen()).isTrue();
        time.advance(SocketLimits.CLOSING_NS);
        assertThat(socket.channel.isOpen()).isFalse();
    }

    @Test
    void aCloseThatIsAnsweredIsNotDropped() {
        connection.close(1000, "bye");
        time.advance(SocketLimits.CLOSING_NS - MS);
        socket.answersTheClose();
        assertThat(heard).containsExactly("OWNER 1000 bye");
        time.advance(10 * SocketLimits.CLOSING_NS);
        assertThat(socket.channel.isOpen()).as("left to the library").isTrue();
    }

    /** For a peer that reads and does not answer, the library's own limit comes first. */
    @Test
    void theLibraryWaitsForAnAnswerNoLongerThanTheDrop() {
        AdmissionBudget usual = AdmissionBudget.usual();
        long mostSeconds = SocketLimits.CLOSING_NS / 1_000_000_000L;
        assertThat(SocketLimits.server(usual, Limit.MESSAGE_BYTES).getWebSocketClosingTimeout())
                .isBetween(1, (int) mostSeconds);
        assertThat(SocketLimits.client(usual).getClosingTimeout()).isBetween(1, (int) mostSeconds);
    }

    private Connection opened() {
        List<Connection> open = new ArrayList<>();
        AdmissionBudget small = AdmissionBudget.usual().with(Limit.UNREAD_BYTES, (int) MOST_UNREAD);
        VertxConnection.attachOpen(socket.library(), new Listener(open), loop, small, Limit.MESSAGE_BYTES);
        return open.get(0);
    }

    /** The library's socket, whose writes never complete. */
    private static final class DeafSocket {
        final EmbeddedChannel channel = new EmbeddedChannel(new ChannelInboundHandlerAdapter());
        final List<String> closes = new ArrayList<>();
        private final Promise<Void> never = Promise.promise();
        private @Nullable Handler<Void> closeHandler;

        WebSocketInternal library() {
            return (WebSocketInternal) Proxy.newProxyInstance(
                    WebSocketInternal.class.getClassLoader(), new Class<?>[] {WebSocketInternal.class}, this::call);
        }

        @SuppressWarnings("unchecked") // the library's interface says what it is given
        private @Nullable Object call(Object proxy, Method method, Object @Nullable [] given) {
            Object[] arguments = given == null ? new Object[0] : given;
            switch (method.getName()) {
                case "close" -> closes.add(arguments[0] + " " + arguments[1]);
                case "closeHandler" -> closeHandler = (Handler<Void>) arguments[0];
                case "channelHandlerContext" -> {
                    return channel.pipeline().firstContext();
                }
                default -> {}
            }
            Class<?> type = method.getReturnType();
            if (type == boolean.class) {
                return false;
            }
            return type == Future.class ? never.future() : type.isInstance(proxy) ? proxy : null;
        }

        void answersTheClose() {
            Handler<Void> handler = closeHandler;
            if (handler == null) {
                throw new AssertionError("nobody listens to the close");
            }
            handler.handle(null);
        }
    }

    private final class Listener extends DeafListener {
        private final List<Connection> open;

        Listener(List<Connection> open) {
            this.open = open;
        }

        @Override
        public void onOpened(Connection opened, long atNs) {
            open.add(opened);
        }

        @Override
        public void onClosed(CloseCause cause, long atNs) {
            heard.add(cause.by() + " " + cause.code() + " " + cause.reason());
        }
    }
}
