package dev.sidetone.jmeter;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * This JVM's part of a test: one line for all its JMeter threads, started by the first of them and closed by the last, and the callers, read once.
 * For any thread.
 */
final class Worker {
    /** The one of this JVM. */
    static final Worker HERE = new Worker(System.getenv());

    /** What is read once, however many threads say the same. */
    private record Said(List<String> options, List<String> scenarios) {}

    /** What one thread gets when it joins. */
    record Joined(WorkerLine line, SampledCallers callers) {}

    private final Map<String, String> environment;
    private final Map<Said, SampledCallers> known = new HashMap<>();
    private @Nullable WorkerLine line;
    private int threads;

    /** @param environment holds keys and tokens, over those in {@code .env} in the working folder */
    Worker(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** A thread takes part. Others wait while the first one starts the line, some seconds long. */
    synchronized Joined join(SamplerParameters parameters) throws WrongSetting, CannotRun {
        Said said = new Said(parameters.options(), parameters.scenarios());
        SampledCallers callers = known.get(said);
        if (callers == null) {
            callers = SampledCallers.read(parameters, Settings.read(Path.of(".env"), environment));
            known.put(said, callers);
        }
        WorkerLine shared = line;
        if (shared == null) {
            shared = WorkerLine.start(callers.kinds().get(0).call());
            line = shared;
        }
        threads++;
        return new Joined(shared, callers);
    }

    /** A thread that has joined is at the test's end. */
    synchronized void leave() {
        threads--;
        WorkerLine shared = line;
        if (threads == 0 && shared != null) {
            shared.close();
            line = null;
            known.clear();
        }
    }

    /** Whether the line is there. */
    synchronized boolean isStarted() {
        return line != null;
    }
}
