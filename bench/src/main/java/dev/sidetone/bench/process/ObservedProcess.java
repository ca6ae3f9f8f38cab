package dev.sidetone.bench.process;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A command of Sidetone as a process of its own, with every line that it printed. For any thread. */
public final class ObservedProcess implements AutoCloseable {
    /** The only variables that it inherits, so that nobody's keys and settings reach it. */
    private static final Set<String> INHERITED =
            Set.of("PATH", "HOME", "JAVA_HOME", "LANG", "LC_ALL", "TMPDIR", "USER");

    private static final Duration BOUND = Duration.ofMinutes(2);

    private final SidetoneCommand command;
    private final Process process;
    private final List<Thread> readers = new ArrayList<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private ObservedProcess(SidetoneCommand command, Process process) {
        this.command = command;
        this.process = process;
        listen(process.inputReader(), "");
        listen(process.errorReader(), "err: ");
    }

    /** Starts {@code command} in {@code folder}. */
    public static ObservedProcess start(SidetoneCommand command, Path folder) throws IOException {
        List<String> words = new ArrayList<>(command.wrapper());
        words.add(Path.of(System.getProperty("sidetone.launcher", "sidetone"))
                .toAbsolutePath()
                .toString());
        words.addAll(command.arguments());
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(INHERITED);
        environment.putAll(command.environment());
        return new ObservedProcess(
                command, builder.redirectInput(new File("/dev/null")).start());
    }

    private void listen(BufferedReader from, String before) {
        Thread reader = new Thread(() -> from.lines().forEach(line -> lines.add(before + line)), "reads a process");
        reader.setUncaughtExceptionHandler((thread, why) -> {
            if (!(why instanceof UncheckedIOException)) {
                lines.add("not read: " + why);
            }
        });
        reader.setDaemon(true);
        readers.add(reader);
        reader.start();
    }

    /** The number by which the system knows it. */
    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Every line so far; those of standard error begin with {@code "err: "}. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** How many lines contain {@code part} by now. */
    public long count(String part) {
        return lines.stream().filter(line -> line.contains(part)).count();
    }

    /** Waits for the first line that contains {@code part}, and returns it. */
    public String await(String part) throws Exception {
        Until.holds(BOUND, () -> said(part).isPresent() || !mayPrint());
        return said(part)
                .orElseThrow(() -> new IOException(this + " never printed \"" + part + "\""
                        + (isAlive() ? "" : ", and ended") + "; it printed " + lines));
    }

    private Optional<String> said(String part) {
        return lines.stream().filter(line -> line.contains(part)).findFirst();
    }

    private boolean mayPrint() {
        return readers.stream().anyMatch(Thread::isAlive);
    }

    /** Waits for its end, and for its last line. */
    public int exitCode() throws IOException, InterruptedException {
        if (!process.waitFor(BOUND.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException(this + " does not end; it printed " + lines);
        }
        for (Thread reader : readers) {
            reader.join();
        }
        return process.exitValue();
    }

    /** Sends it a signal, as in {@code "STOP"}. */
    public void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Ends it at once; closing its streams would lose what it still had to say. */
    @Override
    public void close() {
        process.toHandle().destroyForcibly();
    }

    /** Its command line, for people. */
    @Override
    public String toString() {
        return "sidetone " + String.join(" ", command.arguments());
    }
}
