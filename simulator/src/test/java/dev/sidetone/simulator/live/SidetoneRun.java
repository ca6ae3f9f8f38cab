package dev.sidetone.simulator.live;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.loopback.ReservedPort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A command of {@code sidetone} that runs in a folder of its own, with what it prints. For one test thread. */
abstract class SidetoneRun implements AutoCloseable {
    /** A whole process has to start and warm up, on a machine that may be busy with ten others. */
    static final long PATIENCE_NS = 120_000_000_000L;

    private final NanoClock clock = NanoClock.system();
    private final List<String> lines = new ArrayList<>();
    private final @Nullable ReservedPort port;

    /** @param port where it listens, held until this is closed */
    SidetoneRun(@Nullable ReservedPort port) {
        this.port = port;
    }

    /** Its environment: {@code given}, and a folder of its user in {@code folder}. */
    static Map<String, String> environment(Path folder, Map<String, String> given) {
        Map<String, String> all = new HashMap<>(given);
        all.put("XDG_DATA_HOME", folder.resolve("data").toString());
        return all;
    }

    int port() {
        return Objects.requireNonNull(port).number();
    }

    final synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    /** Waits until it has printed a line with {@code words}; returns the first such line. */
    final synchronized String says(String words) {
        long untilNs = clock.nowNs() + PATIENCE_NS;
        Optional<String> line = first(words);
        while (line.isEmpty() && clock.nowNs() < untilNs && mayPrint()) {
            try {
                wait(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
            line = first(words);
        }
        return line.orElseThrow(() -> new AssertionError("it never said \"" + words + "\", but:\n" + everything()));
    }

    private synchronized Optional<String> first(String words) {
        return lines.stream().filter(line -> line.contains(words)).findFirst();
    }

    /** All that it has printed with {@code words} in it. */
    final synchronized List<String> lines(String words) {
        return lines.stream().filter(line -> line.contains(words)).toList();
    }

    final synchronized String everything() {
        return String.join("\n", lines);
    }

    /** Whether more may come. */
    abstract boolean mayPrint();

    /** Asks it to end, as SIGTERM does. */
    abstract void terminate();

    /** Waits for its end, and for the last that it has printed. */
    abstract int exitCode();

    /** Nothing that it has printed may have been said twice. */
    @Override
    public void close() throws IOException {
        if (port != null) {
            port.close();
        }
        SaidOnce.check(everything());
    }
}
