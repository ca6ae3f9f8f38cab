package dev.sidetone.simulator.live;

import dev.sidetone.loopback.ReservedPort;
import dev.sidetone.simulator.cli.HostProcess;
import dev.sidetone.simulator.cli.Sidetone;
import dev.sidetone.simulator.cli.StopSignalSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A command on a thread of this process, with an environment, a folder, streams and signals of its own. */
final class SidetoneThread extends SidetoneRun implements StopSignalSource {
    private final FutureTask<Integer> command;
    private final Thread thread;
    private @Nullable Runnable onSignal;

    SidetoneThread(@Nullable ReservedPort port, Path folder, Map<String, String> environment, List<String> arguments) {
        super(port);
        HostProcess process = new HostProcess(
                environment(folder, environment), folder, new Lines().stream(), new Lines().stream(), this);
        command = new FutureTask<>(() -> Sidetone.run(process, arguments.toArray(String[]::new)));
        thread = new Thread(command, "sidetone " + arguments.get(0));
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    boolean mayPrint() {
        return thread.isAlive();
    }

    @Override
    public synchronized void forward(Runnable handler) {
        onSignal = handler;
    }

    @Override
    public void finished() {
        // Its thread ends by itself.
    }

    /** A command that takes no signals is interrupted. */
    @Override
    void terminate() {
        Runnable handler = handler();
        if (handler == null) {
            thread.interrupt();
        } else {
            handler.run();
        }
    }

    private synchronized @Nullable Runnable handler() {
        return onSignal;
    }

    @Override
    int exitCode() {
        try {
            return command.get(PATIENCE_NS, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("it does not end; it said:\n" + everything(), e);
        } catch (ExecutionException e) {
            throw new AssertionError("it failed; it said:\n" + everything(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Ends it in whatever way it ends soonest, so that its port is free again. */
    @Override
    public void close() throws IOException {
        if (thread.isAlive()) {
            terminate();
            terminate();
            exitCode();
        }
        super.close();
    }

    /** Keeps what is printed line by line. */
    private final class Lines extends OutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        PrintStream stream() {
            return new PrintStream(this, true, StandardCharsets.UTF_8);
        }

        @Override
        public void write(int b) {
            if (b == '\n') {
                add(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else if (b != '\r') {
                line.write(b);
            }
        }
    }
}
