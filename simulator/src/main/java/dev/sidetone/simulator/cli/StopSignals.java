package dev.sidetone.simulator.cli;

import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Catches Ctrl-C, SIGTERM and a closed terminal, so that a command can restore a number before it ends. Only {@code sun.misc.Signal} lets
 * Java see a second Ctrl-C; it is looked up by name, since the compiler warns of it. Where it is missing, a shutdown hook takes its place.
 */
final class StopSignals {
    private static final String[] NAMES = {"INT", "TERM", "HUP"};
    private static final long MOST_S = 90;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private final AtomicInteger times = new AtomicInteger();
    private final Runnable again;

    private StopSignals(Runnable again) {
        this.again = again;
    }

    /**
     * Listens from now on.
     *
     * @param again runs when somebody asks a second time, on a thread of its own
     */
    static StopSignals listen(Runnable again) {
        StopSignals signals = new StopSignals(again);
        try {
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object own = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        return switch (method.getName()) {
                            case "handle" -> signals.come();
                            case "equals" -> proxy == arguments[0];
                            case "hashCode" -> System.identityHashCode(proxy);
                            default -> "Sidetone's signals";
                        };
                    });
            for (String name : NAMES) {
                handle(name, handler, own);
            }
        } catch (ReflectiveOperationException e) {
            Runtime.getRuntime().addShutdownHook(new Thread(signals::hook, "stop"));
        }
        return signals;
    }

    private static void handle(String name, Class<?> handler, Object own) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        try {
            Object named = signal.getConstructor(String.class).newInstance(name);
            signal.getMethod("handle", signal, handler).invoke(null, named, own);
        } catch (java.lang.reflect.InvocationTargetException notHere) {
            // This system has no such signal, or this Java was started with -Xrs.
        }
    }

    @SuppressWarnings("NullAway") // a void method's proxy answers null
    private Object come() {
        if (times.incrementAndGet() > 1) {
            again.run();
        }
        asked.countDown();
        return null;
    }

    private void hook() {
        asked.countDown();
        try {
            if (!finished.await(MOST_S, TimeUnit.SECONDS)) {
                again.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether somebody has asked for the end. */
    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Waits until somebody asks, {@code mostMs} at the most. */
    boolean await(long mostMs) {
        try {
            return asked.await(mostMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Reports that everything is restored and written: the process may end. */
    void finished() {
        finished.countDown();
    }
}
