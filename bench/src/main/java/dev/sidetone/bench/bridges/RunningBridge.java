package dev.sidetone.bench.bridges;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A bridge as a process of its own on Linux: where it is reached, and what it has used. */
final class RunningBridge implements Closeable {
    private static final Pattern WEBHOOK = Pattern.compile("bridge: (http\\S+)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Set<String> INHERITED =
            Set.of("PATH", "HOME", "JAVA_HOME", "LANG", "LC_ALL", "TMPDIR", "USER");

    private final Contender contender;
    private final Process process;
    private final URI webhook;

    private RunningBridge(Contender contender, Process process, URI webhook) {
        this.contender = contender;
        this.process = process;
        this.webhook = webhook;
    }

    /**
     * Starts it and waits until it says where it is reached.
     *
     * @param before words before its command, as of {@code taskset}
     */
    static RunningBridge start(Contender contender, List<String> before) throws IOException {
        List<String> words = new ArrayList<>(before);
        words.addAll(contender.command());
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(contender.environment());
        Process process = builder.start();
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher webhook = WEBHOOK.matcher(line);
            if (webhook.find()) {
                return new RunningBridge(contender, process, URI.create(webhook.group(1)));
            }
        }
        throw new IOException(String.join(" ", words) + " ended without an address");
    }

    Contender contender() {
        return contender;
    }

    URI webhook() {
        return webhook;
    }

    /** Nanoseconds that its threads have run, by the scheduler's own account. */
    long cpuNs() throws IOException {
        long sum = 0;
        for (Path task : tasks()) {
            try {
                sum += Long.parseLong(
                        Files.readString(task.resolve("schedstat")).split(" ", 2)[0]);
            } catch (IOException ended) {
                // A thread that has ended meanwhile.
            }
        }
        return sum;
    }

    private List<Path> tasks() throws IOException {
        try (Stream<Path> tasks = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            return tasks.toList();
        }
    }

    double residentMb() throws IOException {
        Matcher kb = RESIDENT.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
        return kb.find() ? Long.parseLong(kb.group(1)) / 1024.0 : 0;
    }

    @Override
    public void close() {
        process.toHandle().destroyForcibly();
    }
}
