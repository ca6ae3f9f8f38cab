package dev.sidetone.simulator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sidetone.simulator.mcp.Cancellation;
import dev.sidetone.simulator.mcp.CommandRunner;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Commands that run inside another one: their output is kept, and a cancellation stands for Ctrl-C. For several threads at once. */
final class NestedCommands implements CommandRunner {
    private static final String OURS = "sidetone: ";
    private final HostProcess host;

    NestedCommands(HostProcess host) {
        this.host = host;
    }

    @Override
    public Ran run(List<String> arguments, Consumer<String> progress, Cancellation cancellation) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ErrorLines errors = new ErrorLines(progress);
        HostProcess inner = new HostProcess(
                host.environment(),
                host.folder(),
                new PrintStream(output, true, UTF_8),
                new PrintStream(errors, true, UTF_8),
                new CancellationSignals(cancellation));
        Thread here = Thread.currentThread();
        Interruption interruption = new Interruption(here);
        cancellation.onCancel(interruption);
        try {
            int code = Sidetone.run(inner, arguments.toArray(String[]::new));
            return new Ran(code, output.toString(UTF_8), errors.complaints());
        } finally {
            interruption.over();
        }
    }

    /** A cancellation as the signal that a terminal would send. */
    private record CancellationSignals(Cancellation cancellation) implements StopSignalSource {
        @Override
        public void forward(Runnable onSignal) {
            cancellation.onCancel(onSignal);
        }

        @Override
        public void finished() {}
    }

    /** Interrupts a thread while it works for one request, and never later: it goes on to another. */
    private static final class Interruption implements Runnable {
        private final Thread thread;
        private boolean over;

        Interruption(Thread thread) {
            this.thread = thread;
        }

        @Override
        public synchronized void run() {
            if (!over) {
                thread.interrupt();
            }
        }

        synchronized void over() {
            over = true;
            Thread.interrupted();
        }
    }

    /** Takes standard error apart into lines; keeps those that the command complains in. */
    private static final class ErrorLines extends OutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private final List<String> complaints = new ArrayList<>();
        private final Consumer<String> progress;

        ErrorLines(Consumer<String> progress) {
            this.progress = progress;
        }

        @Override
        public synchronized void write(int one) {
            if (one != '\n') {
                line.write(one);
                return;
            }
            String text = line.toString(UTF_8);
            line.reset();
            if (text.startsWith(OURS)) {
                complaints.add(text.substring(OURS.length()));
            }
            progress.accept(text);
        }

        synchronized String complaints() {
            return String.join(" ", complaints);
        }
    }
}
