package dev.sidetone.simulator.live;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.loopback.ReservedPort;
import dev.sidetone.simulator.cli.Sidetone;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code sidetone} as a process of its own, in a folder of its own, with what it prints. For one test thread. */
final class SidetoneProcess implements AutoCloseable {
    /** A whole process has to start and warm up, on a machine that may be busy with ten others. */
    private static final long PATIENCE_NS = 120_000_000_000L;

    private final NanoClock clock = NanoClock.system();
    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final List<Thread> readers = new ArrayList<>();
    private final @Nullable ReservedPort port;

    private SidetoneProcess(Process process, @Nullable ReservedPort port) {
        this.process = process;
        this.port = port;
        listen(process.inputReader(), "said");
        listen(process.errorReader(), "complained");
    }

    /** Starts {@code sidetone live} behind {@code cloud}'s public address. */
    static SidetoneProcess live(Cloud cloud, Path folder, Map<String, String> environment, String... options)
            throws IOException {
        ReservedPort port = new ReservedPort();
        cloud.publish(port.number());
        Map<String, String> all = new HashMap<>(cloud.environment());
        all.putAll(environment);
        List<String> arguments =
                new ArrayList<>(List.of("live", "--no-color", "--port", String.valueOf(port.forServer())));
        arguments.addAll(List.of("--public-url", cloud.publicOrigin(), "--ca", String.valueOf(cloud.authority())));
        arguments.addAll(List.of(options));
        return start(port, folder, all, arguments);
    }

    /** Starts {@code sidetone live} behind the public address of a stranger's cloud. */
    static SidetoneProcess live(StrangersCloud cloud, Path folder, String... options) throws IOException {
        ReservedPort port = new ReservedPort();
        cloud.tunnel().leadTo(port.number());
        List<String> arguments =
                new ArrayList<>(List.of("live", "--no-color", "--port", String.valueOf(port.forServer())));
        arguments.addAll(List.of("--public-url", cloud.publicOrigin(), "--ca", String.valueOf(cloud.authority())));
        arguments.addAll(List.of(options));
        return start(port, folder, cloud.environment(), arguments);
    }

    /** Starts {@code sidetone bridge} on a port of this machine. */
    static SidetoneProcess bridge(Path folder, Map<String, String> environment, String... options) throws IOException {
        ReservedPort port = new ReservedPort();
        List<String> arguments = new ArrayList<>(List.of("bridge", "--port", String.valueOf(port.forServer())));
        arguments.addAll(List.of(options));
        return start(port, folder, environment, arguments);
    }

    /** Starts any other command, which finds a port for itself. */
    static SidetoneProcess command(Path folder, Map<String, String> environment, String... arguments)
            throws IOException {
        return start(null, folder, environment, List.of(arguments));
    }

    private static SidetoneProcess start(
            @Nullable ReservedPort port, Path folder, Map<String, String> environment, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dsidetone.patience=20", "-cp"));
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(Sidetone.class.getName());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("XDG_DATA_HOME", folder.resolve("data").toString());
        builder.environment().putAll(environment);
        return new SidetoneProcess(builder.start(), port);
    }

    private void listen(BufferedReader from, String name) {
        Thread thread = new Thread(() -> from.lines().forEach(this::add), name);
        thread.setUncaughtExceptionHandler((dead, why) -> {
            if (!(why instanceof UncheckedIOException)) {
                add(why.toString());
            }
        });
        thread.setDaemon(true);
        readers.add(thread);
        thread.start();
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    int port() {
        return Objects.requireNonNull(port).number();
    }

    /** Waits until it has printed a line with {@code words}; returns the first such line. */
    String says(String words) {
        return says(line -> line.contains(words), words);
    }

    private synchronized String says(Predicate<String> what, String words) {
        long untilNs = clock.nowNs() + PATIENCE_NS;
        Optional<String> line = lines.stream().filter(what).findFirst();
        while (line.isEmpty() && clock.nowNs() < untilNs && readers.stream().anyMatch(Thread::isAlive)) {
            try {
                wait(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
            line = lines.stream().filter(what).findFirst();
        }
        return line.orElseThrow(() -> new AssertionError("it never said \"" + words + "\", but:\n" + everything()));
    }

    /** All that it has printed with {@code words} in it. */
    synchronized List<String> lines(String words) {
        return lines.stream().filter(line -> line.contains(words)).toList();
    }

    synchronized String everything() {
        return String.join("\n", lines);
    }

    /** SIGTERM; Process.destroy would close what it still has to say. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** Waits for its end, and for the last that it has printed. */
    int exitCode() {
        try {
            if (!process.waitFor(PATIENCE_NS, TimeUnit.NANOSECONDS)) {
                throw new AssertionError("it does not end; it said:\n" + everything());
            }
            for (Thread reader : readers) {
                reader.join();
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        if (port != null) {
            port.close();
        }
    }
}
