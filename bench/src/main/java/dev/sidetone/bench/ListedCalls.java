package dev.sidetone.bench;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.recording.RecordingIndex;
import dev.sidetone.simulator.recording.RecordingLabel;
import dev.sidetone.simulator.recording.RecordingStore;
import dev.sidetone.simulator.report.OpenedCall;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Prints how long 500 copies of a recorded call take to be listed, first and again, and how long one takes to open. */
public final class ListedCalls {
    private static final int CALLS = 500;
    private static final int TIMES = 5;

    private final NanoClock clock = NanoClock.system();
    private long cpuNs = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

    private ListedCalls() {}

    /** The first argument is the folder of a recorded call, the second an empty folder for its copies. */
    public static void main(String[] arguments) throws IOException, WrongSetting {
        Path call = Path.of(arguments[0]);
        Path folder = Path.of(arguments[1]);
        for (int i = 0; i < CALLS; i++) {
            Path to = folder.resolve(String.format("202602%02d-12%02d00-CA%d", 1 + i % 28, i % 60, i));
            copy(call, to);
            RecordingStore.in(folder).label(to, label -> RecordingLabel.of("Practice agent", "demo"));
        }
        new ListedCalls().measure(folder, call);
    }

    private static void copy(Path call, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(call)) {
            for (Path file :
                    files.filter(each -> !each.toString().endsWith(".wav")).toList()) {
                if (!Files.exists(to.resolve(file.getFileName()))) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        }
    }

    private void measure(Path folder, Path call) throws IOException, WrongSetting {
        RecordingIndex index = new RecordingIndex(RecordingStore.in(folder));
        long startNs = clock.nowNs();
        print("first list of " + index.list().size() + " calls", startNs);
        startNs = clock.nowNs();
        print("list of the same " + index.list().size() + " again", startNs);
        for (int i = 0; i < TIMES; i++) {
            startNs = clock.nowNs();
            List<?> turns = OpenedCall.open(call, Checks::forOneCall, done -> {})
                    .result()
                    .turns();
            print("a call of " + turns.size() + " turns opened", startNs);
        }
    }

    private void print(String what, long sinceNs) {
        long ms = (clock.nowNs() - sinceNs) / 1_000_000;
        long cpuMs = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuNs) / 1_000_000;
        System.out.printf("%s: %d ms, of which the processor worked %d ms%n", what, ms, cpuMs);
        cpuNs = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
