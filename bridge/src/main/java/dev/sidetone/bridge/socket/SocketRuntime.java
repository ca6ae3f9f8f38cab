package dev.sidetone.bridge.socket;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Patience;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.internal.VertxInternal;
import java.io.IOException;
import java.net.BindException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process's servers and event loops on real sockets, over one Vert.x. Its own methods may block and are called from outside the
 * event loops only.
 */
public final class SocketRuntime implements AutoCloseable {
    private static final long START_TIMEOUT_MS = 10_000;
    private static final int MOST_PORT = 65_535;

    private static final Logger LOG = LoggerFactory.getLogger(SocketRuntime.class);

    private final NanoClock clock;
    private final AdmissionBudget budget;
    private final Vertx vertx;
    private final WebSocketClient client;
    private final AtomicInteger nextFree = new AtomicInteger(-1);
    private final long mostMs;
    private final AtomicBoolean closed = new AtomicBoolean();
    /** A start was given up, or the end has begun: what the event loops still do is of no use to anybody. */
    private volatile boolean over;

    private SocketRuntime(NanoClock clock, AdmissionBudget budget, long mostMs) {
        this.clock = clock;
        this.mostMs = mostMs;
        this.vertx = Vertx.builder()
                .with(options())
                .withTransport(new BoundedTransport(budget.of(AdmissionBudget.Limit.HANDSHAKE_BYTES)))
                .build();
        this.budget = budget;
        this.vertx.exceptionHandler(this::unhandled);
        this.client = vertx.createWebSocketClient(SocketLimits.client(budget));
    }

    /** Starts with the usual budget, whose times are longer on a machine that is told to be patient. */
    public static SocketRuntime start(NanoClock clock) {
        return start(clock, AdmissionBudget.usual().patient());
    }

    /** Starts with a budget of its own. */
    public static SocketRuntime start(NanoClock clock, AdmissionBudget budget) {
        return start(clock, budget, Patience.of(START_TIMEOUT_MS));
    }

    /** The same, with {@code mostMs} to open or close a port in. */
    static SocketRuntime start(NanoClock clock, AdmissionBudget budget, long mostMs) {
        return new SocketRuntime(clock, budget, mostMs);
    }

    /** The library's stack traces of loops that stand still say nothing to a user; calls report standstills themselves. */
    static VertxOptions options() {
        // No files are served: without this every start leaves a folder behind when the process is killed.
        FileSystemOptions noFiles =
                new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        return new VertxOptions()
                .setPreferNativeTransport(false)
                .setFileSystemOptions(noFiles)
                .setWarningExceptionTime(Long.MAX_VALUE)
                .setWarningExceptionTimeUnit(TimeUnit.NANOSECONDS);
    }

    private void unhandled(Throwable failure) {
        if (endsProcess(failure)) {
            return;
        }
        if (over) {
            LOG.debug("an event loop's step broke after the end", failure);
        } else {
            LOG.error("an event loop's step broke", failure);
        }
    }

    /**
     * Hands {@code failure} to the process where the virtual machine itself broke: what has no memory answers nobody. False for any other
     * failure, such as a connection's.
     */
    static boolean endsProcess(Throwable failure) {
        if (!(failure instanceof VirtualMachineError)) {
            return false;
        }
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
        return true;
    }

    /** A port that is served until it is closed. */
    public interface Listening extends AutoCloseable {
        int port();

        /** Stops serving and closes every connection. */
        @Override
        void close();
    }

    /**
     * Serves {@code handler}.
     *
     * @param host the address to bind, as in {@code 127.0.0.1}
     * @param port 0 picks a free one
     * @param loops how many event loops share the port; each connection stays on one
     * @throws IOException naming host, port and cause when it cannot be bound; a {@link SlowMachineException} when it is not in time
     */
    public Listening listen(String host, int port, int loops, RequestHandler handler) throws IOException {
        if (port < 0 || port > MOST_PORT) {
            throw new IOException("port " + port + " is none: 0 to " + MOST_PORT);
        }
        HttpServers servers = new HttpServers(host, port == 0 ? nextFree.getAndDecrement() : port, handler, this);
        Future<String> deployed = vertx.deployVerticle(servers::next, new DeploymentOptions().setInstances(loops));
        String deployment;
        try {
            deployment = await(deployed);
        } catch (TimeoutException e) {
            over = true;
            deployed.onSuccess(this::tooLate);
            throw new SlowMachineException(name(host, port), mostMs, e);
        } catch (IOException e) {
            throw new IOException(cannotListen(host, port, e), e);
        }
        return new Listening() {
            private final AtomicBoolean done = new AtomicBoolean();

            @Override
            public int port() {
                return servers.port();
            }

            @Override
            public void close() {
                if (done.compareAndSet(false, true) && !closed.get()) {
                    ended(() -> vertx.undeploy(deployment), "port " + port());
                }
            }
        };
    }

    /** An event loop without a server, for clients: the next one at every call. */
    public EventLoop loop() {
        return loop(((VertxInternal) vertx).createEventLoopContext());
    }

    EventLoop loop(Context context) {
        return new VertxEventLoop(vertx, context, client, clock, budget);
    }

    AdmissionBudget budget() {
        return budget;
    }

    @Override
    public void close() {
        over = true;
        if (closed.compareAndSet(false, true)) {
            ended(vertx::close, "the event loops");
        }
    }

    /** A start that was given up has opened its port after all. */
    private void tooLate(String deployment) {
        if (!closed.get()) {
            vertx.undeploy(deployment);
        }
    }

    /** Never throws: whoever closes is done with it, and has better news to tell than that the end takes long. */
    private void ended(Supplier<Future<?>> end, String what) {
        try {
            await(end.get());
        } catch (IOException | RejectedExecutionException e) {
            LOG.info("{} did not close: {}", what, String.valueOf(e.getMessage()));
        } catch (TimeoutException e) {
            LOG.warn("this machine is too slow at the moment: {} did not close within {} ms", what, mostMs);
        }
    }

    private static String cannotListen(String host, int port, IOException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String message = cause.getMessage() == null ? e.getMessage() : cause.getMessage();
        String why = cause instanceof BindException ? "is taken or not ours to bind" : "cannot be bound: " + message;
        return name(host, port) + " " + why;
    }

    private static String name(String host, int port) {
        return (port == 0 ? "a free port" : "port " + port) + " on " + host;
    }

    /** Waits in spite of interrupts, which are kept for the caller: whatever is opened or closed here is not left half done. */
    private <T> T await(Future<T> future) throws IOException, TimeoutException {
        CompletableFuture<T> done = future.toCompletionStage().toCompletableFuture();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return done.get(mostMs, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
