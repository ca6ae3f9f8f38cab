package dev.sidetone.simulator.live;

import dev.sidetone.loopback.ReservedPort;
import dev.sidetone.simulator.cli.Sidetone;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A command as a process of its own. */
final class SidetoneProcess extends SidetoneRun {
    private final Process process;
    private final List<Thread> readers = new ArrayList<>();

    SidetoneProcess(@Nullable ReservedPort port, Path folder, Map<String, String> environment, List<String> arguments)
            throws IOException {
        super(port);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dsidetone.patience=20", "-cp"));
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(Sidetone.class.getName());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment(folder, environment));
        process = builder.start();
        listen(process.inputReader(), "said");
        listen(process.errorReader(), "complained");
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

    @Override
    boolean mayPrint() {
        return readers.stream().anyMatch(Thread::isAlive);
    }

    /** SIGTERM; Process.destroy would close what it still has to say. */
    @Override
    void terminate() {
        process.toHandle().destroy();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    @Override
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
        super.close();
    }
}
