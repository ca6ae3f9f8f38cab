package dev.sidetone.bridge.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.time.ManualTimers;
import io.vertx.core.Handler;
import io.vertx.core.http.WebSocket;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** An open WebSocket whose library breaks in between. */
class BrokenSocketTest {
    private final AtomicReference<Handler<Throwable>> broken = new AtomicReference<>();

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
                    return method.getReturnType() == boolean.class ? (Object) false : socket;
                });
    }
}
