package dev.sidetone.bridge.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.time.ManualTimers;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.WebSocket;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An open WebSocket whose library breaks in between. */
class BrokenSocketTest {
    private final AtomicReference<Handler<Throwable>> broken = new AtomicReference<>();
    /** The codes with which it was closed. */
    private final List<Short> closes = new ArrayList<>();

    static List<Arguments> failures() {
        return List.of(
                Arguments.of(new TooLongFrameException("max length exceeded"), "MESSAGE_LIMIT", 1009),
                Arguments.of(new IllegalStateException("too many frames"), "MESSAGE_LIMIT", 1009),
                Arguments.of(new DecoderException("no frame"), "PROTOCOL", 1002),
                Arguments.of(new IndexOutOfBoundsException("a decoder's own fault"), "PROTOCOL", 1002));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whateverTheLibraryCannotReadClosesIt(Throwable failure, String by, int code) {
        List<CloseCause> causes = new ArrayList<>();
        ManualTimers time = new ManualTimers(0);
        attach(time, causes);
        Objects.requireNonNull(broken.get()).handle(failure);
        time.advance(1);
        assertThat(closes).containsExactly((short) code);
        assertThat(causes).singleElement().satisfies(cause -> {
            assertThat(cause.by().name()).isEqualTo(by);
            assertThat(cause.code()).isEqualTo(code);
        });
    }

    static List<Throwable> losses() {
        return List.of(new IOException("Connection reset by peer"), new HttpClosedException("Connection was closed"));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void aConnectionThatFailsIsNotTakenForABrokenProtocol(Throwable failure) {
        List<CloseCause> causes = new ArrayList<>();
        ManualTimers time = new ManualTimers(0);
        attach(time, causes);
        Objects.requireNonNull(broken.get()).handle(failure);
        time.advance(1);
        assertThat(closes).isEmpty();
        assertThat(causes).isEmpty();
    }

    private void attach(ManualTimers time, List<CloseCause> causes) {
        DeafListener listener = new DeafListener() {
            @Override
            public void onClosed(CloseCause cause, long atNs) {
                causes.add(cause);
            }
        };
        VertxConnection.attach(
                socket(),
                listener,
                new MemoryNetwork(time, 1),
                AdmissionBudget.usual(),
                AdmissionBudget.Limit.MESSAGE_BYTES);
    }

    @Test
    void oneThatHasNoMemoryForAMessageEndsTheProcess() {
        List<Throwable> handed = new ArrayList<>();
        MemoryNetwork loop = new MemoryNetwork(new ManualTimers(0), 1);
        VertxConnection.attach(
                socket(), new DeafListener(), loop, AdmissionBudget.usual(), AdmissionBudget.Limit.MESSAGE_BYTES);
        Thread.UncaughtExceptionHandler before = Thread.currentThread().getUncaughtExceptionHandler();
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> handed.add(failure));
        try {
            Objects.requireNonNull(broken.get()).handle(new OutOfMemoryError("on purpose"));
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(before);
        }
        assertThat(handed).singleElement().isInstanceOf(OutOfMemoryError.class);
    }

    /** Takes handlers and keeps the one for failures. */
    private WebSocket socket() {
        return (WebSocket) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {WebSocket.class}, (socket, method, arguments) -> {
                    if (method.getName().equals("exceptionHandler")) {
                        @SuppressWarnings("unchecked")
                        Handler<Throwable> handler = (Handler<Throwable>) arguments[0];
                        broken.set(handler);
                    }
                    if (method.getName().equals("close")) {
                        closes.add((Short) arguments[0]);
                    }
                    if (method.getReturnType() == Future.class) {
                        return Future.succeededFuture();
                    }
                    return method.getReturnType() == boolean.class ? (Object) false : socket;
                });
    }
}
