package dev.sidetone.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a running Java process on Linux holds at one moment.
 *
 * @param descriptors its open files and sockets
 * @param sockets those of them that are sockets
 * @param heapBytes the size of its objects that are reachable, after a full collection
 * @param residentBytes its memory in the machine
 */
public record Footprint(long descriptors, long sockets, long threads, long heapBytes, long residentBytes) {
    private static final double MB = 1 << 20;

    /** Looks at {@code process}; costs it a full garbage collection. */
    public static Footprint of(ObservedProcess process) throws IOException, InterruptedException {
        return of(process.pid(), liveBytes(process.pid()));
    }

    /** Looks at {@code process} without a collection; {@code heapBytes} is 0. */
    public static Footprint withoutHeap(ObservedProcess process) throws IOException {
        return of(process.pid(), 0);
    }

    private static Footprint of(long pid, long heapBytes) throws IOException {
        List<String> open = openFiles(pid);
        long sockets =
                open.stream().filter(target -> target.startsWith("socket:")).count();
        return new Footprint(open.size(), sockets, status(pid, "Threads:"), heapBytes, status(pid, "VmRSS:") << 10);
    }

    private static List<String> openFiles(long pid) throws IOException {
        try (Stream<Path> links = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return links.map(Footprint::target)
                    .filter(target -> !target.isEmpty())
                    .toList();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static long status(long pid, String field) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    /** The last line of the histogram of classes: {@code Total  514531  26760024}. */
    private static long liveBytes(long pid) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process asking = new ProcessBuilder(jcmd.toString(), String.valueOf(pid), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String last = "";
        try (BufferedReader answer = asking.inputReader()) {
            last = answer.lines().reduce("", (before, line) -> line);
        }
        asking.waitFor();
        String[] words = last.strip().split("\\s+");
        if (words.length != 3 || !words[0].equals("Total")) {
            throw new IOException("jcmd did not count the heap of " + pid + ": " + last);
        }
        return Long.parseLong(words[2]);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d descriptors, %d of them sockets, %d threads, %.1f MB of heap",
                descriptors,
                sockets,
                threads,
                heapBytes / MB);
    }
}
