package dev.sidetone.simulator.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The stop signals of this process. Only {@code sun.misc.Signal} lets Java see a second Ctrl-C; it is looked up by name, since the compiler
 * warns of it. Where it is missing, a shutdown hook takes its place.
 */
final class ProcessSignals implements StopSignalSource {
    private static final String[] NAMES = {"INT", "TERM", "HUP"};
    private static final long MOST_S = 90;

    private final CountDownLatch finished = new CountDownLatch(1);

    @Override
    public void forward(Runnable onSignal) {
        try {
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object own = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        return switch (method.getName()) {
                            case "handle" -> run(onSignal);
                            case "equals" -> proxy == arguments[0];
                            case "hashCode" -> System.identityHashCode(proxy);
                            default -> "Sidetone's signals";
                        };
                    });
            for (String name : NAMES) {
                handle(name, handler, own);
            }
        } catch (ReflectiveOperationException e) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> runAndWait(onSignal), "stop"));
        }
    }

    private static void handle(String name, Class<?> handler, Object own) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        try {
            Object named = signal.getConstructor(String.class).newInstance(name);
            signal.getMethod("handle", signal, handler).invoke(null, named, own);
        } catch (InvocationTargetException notHere) {
            // This system has no such signal, or this Java was started with -Xrs.
        }
    }

    @SuppressWarnings("NullAway") // a void method's proxy answers null
    private static Object run(Runnable onSignal) {
        onSignal.run();
        return null;
    }

    /** The process ends when this returns; a command that hangs is asked a second time. */
    private void runAndWait(Runnable onSignal) {
        onSignal.run();
        try {
            if (!finished.await(MOST_S, TimeUnit.SECONDS)) {
                onSignal.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void finished() {
        finished.countDown();
    }
}
