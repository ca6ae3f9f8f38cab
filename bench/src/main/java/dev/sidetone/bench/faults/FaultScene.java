package dev.sidetone.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sidetone.bench.peer.HandStream;
import dev.sidetone.bench.peer.RawConnection;
import dev.sidetone.bench.process.Footprint;
import dev.sidetone.bench.process.ObservedProcess;
import dev.sidetone.bench.process.SidetoneCommand;
import dev.sidetone.bench.process.Until;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The place where one row runs: a folder of its own, the processes that it started, and a look at them afterwards. By one thread; everything
 * ends with {@link #close}.
 */
final class FaultScene implements AutoCloseable {
    private static final Duration BOUND = Duration.ofMinutes(1);
    /** The server's kept connections are closed after half a minute. */
    private static final Duration LEAK_BOUND = Duration.ofSeconds(75);

    private static final int MORE_DESCRIPTORS = 4;
    private static final int MORE_THREADS = 6;
    private static final long MORE_HEAP = 6 << 20;

    private final Path folder;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<ObservedProcess> processes = new ArrayList<>();
    private final Map<ObservedProcess, Footprint> before = new LinkedHashMap<>();
    private @Nullable URI webhook;
    private int calls;

    FaultScene() throws IOException {
        folder = Files.createTempDirectory("sidetone-fault-");
    }

    /** An empty folder, the working folder of every process. */
    Path folder() {
        return folder;
    }

    /** Writes a file into the folder. */
    Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Closes {@code it} at the end, before everything that was kept earlier. */
    <T extends AutoCloseable> T keep(T it) {
        open.add(0, it);
        return it;
    }

    /** Starts any command. */
    ObservedProcess start(SidetoneCommand command) throws IOException {
        // The second compiler would take longer than a row does.
        ObservedProcess started = keep(ObservedProcess.start(command.java("-XX:TieredStopAtLevel=1"), folder));
        processes.add(started);
        return started;
    }

    /** A bridge on a free port of this machine, not yet started. */
    static SidetoneCommand aBridge(String... options) {
        return SidetoneCommand.of("bridge", "--port", "0").and(options);
    }

    /** Starts a bridge, lets a first caller hear it, and remembers what it holds then. */
    ObservedProcess bridge(SidetoneCommand command) throws Exception {
        ObservedProcess bridge = bridgeWithoutCall(command);
        try (HandStream first = HandStream.open(webhook()).talks().listens()) {
            until("the first caller hears the greeting", () -> first.heard() > 0);
        }
        remember(bridge);
        return bridge;
    }

    ObservedProcess bridge(String... options) throws Exception {
        return bridge(aBridge(options));
    }

    /** Starts a bridge whose agent is not there yet. */
    ObservedProcess bridgeWithoutCall(SidetoneCommand command) throws Exception {
        ObservedProcess bridge = start(command);
        webhook = URI.create(bridge.await("bridge: http").split(" ")[1]);
        return bridge;
    }

    /** Remembers what {@code process} holds now: afterwards it may hold no more. */
    void remember(ObservedProcess process) throws IOException, InterruptedException {
        before.put(process, Footprint.of(process));
    }

    /** Starts a fake agent; its address is the second word of its first line. */
    ObservedProcess agent(String wire, String... options) throws Exception {
        ObservedProcess agent = start(SidetoneCommand.of("agent", wire).and(options));
        agent.await("agent: ws");
        return agent;
    }

    /** The address of a fake agent. */
    static String urlOf(ObservedProcess agent) throws Exception {
        return agent.await("agent: ws").split(" ")[1];
    }

    /** The webhook of the bridge that was started last. */
    URI webhook() {
        if (webhook == null) {
            throw new IllegalStateException("no bridge runs");
        }
        return webhook;
    }

    int port() {
        return webhook().getPort();
    }

    /** Opens a stream to the bridge that talks, listens and has heard the greeting. */
    HandStream runningCall() throws Exception {
        HandStream call = keep(HandStream.open(webhook())).talks().listens();
        until("the running call hears the greeting", () -> call.heard() > 0);
        return call;
    }

    /** Lets the caller of {@code call} ask something: it must be answered. */
    void stillTalks(HandStream call) throws Exception {
        int before = call.heard();
        call.asks();
        until("the call that ran all the time is still answered", () -> call.heard() > before);
        expect("the call that ran all the time still runs", !call.isOver());
    }

    /** The status of {@code GET /health}. */
    int health() throws IOException {
        try (RawConnection asking = new RawConnection(port())) {
            asking.send("GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
            return asking.status();
        }
    }

    /** The sum of the bridge's figures whose names begin with {@code name}. */
    double metric(String name) throws IOException {
        try (RawConnection asking = new RawConnection(port())) {
            return asking.ask("GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                    .lines()
                    .filter(line -> line.startsWith(name))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }
    }

    /** Makes a call to its end, four seconds if {@code options} say nothing else. */
    CallRun call(String... options) throws Exception {
        return call(SidetoneCommand.of("call").and(options));
    }

    CallRun call(SidetoneCommand command) throws Exception {
        Path json = folder.resolve("result-" + ++calls + ".json");
        SidetoneCommand whole = command.and("--json", json.toString(), "--linger", "0s");
        if (!command.arguments().contains("--duration")) {
            whole = whole.and("--duration", "4s");
        }
        ObservedProcess call = start(whole);
        return finished(call, json);
    }

    /** Waits for the end of {@code call}, whose result is {@code json}. */
    static CallRun finished(ObservedProcess call, Path json) throws IOException, InterruptedException {
        int code = call.exitCode();
        JsonMapper mapper = new JsonMapper();
        JsonNode result = Files.exists(json) ? mapper.readTree(json.toFile()) : mapper.createObjectNode();
        return new CallRun(code, result, call.lines());
    }

    /**
     * Makes a call that has to be heard and free of errors: to the bridge that was started last, or to the embedded one. It is made again,
     * twice at most, if it says of itself that this machine was too busy for it.
     */
    void newCall(String which) throws Exception {
        CallRun call = newCall();
        for (int again = 0; again < 2 && !isGood(call) && !call.isReliable(); again++) {
            call = newCall();
        }
        expect(which + " is heard: " + call, isGood(call));
    }

    private CallRun newCall() throws Exception {
        return webhook == null ? call() : call("--to", webhook().toString());
    }

    private static boolean isGood(CallRun call) {
        return call.exitCode() == 0 && call.wasHeard();
    }

    /** Starts no bridge that new calls go to from now on: they go to the embedded one. */
    void forgetBridge() {
        webhook = null;
    }

    /** The row fails unless {@code held}. */
    static void expect(String what, boolean held) throws NotShown {
        if (!held) {
            throw new NotShown(what);
        }
    }

    /** Waits until {@code held}; the row fails when that is not within a minute. */
    static void until(String what, Callable<Boolean> held) throws Exception {
        expect(what, Until.holds(BOUND, held));
    }

    /** Makes a new call, and looks for what the processes that still run hold more than before. */
    void after() throws Exception {
        newCall("the new call afterwards");
        for (Map.Entry<ObservedProcess, Footprint> each : before.entrySet()) {
            if (each.getKey().isAlive()) {
                expectNoLeak(each.getKey(), each.getValue());
            }
        }
    }

    private static void expectNoLeak(ObservedProcess process, Footprint was) throws Exception {
        Until.holds(LEAK_BOUND, () -> isWithin(Footprint.withoutHeap(process), was));
        Footprint now = Footprint.of(process);
        expect(process + " holds " + now + "; before it was " + was, isWithin(now, was));
    }

    private static boolean isWithin(Footprint now, Footprint was) {
        return now.descriptors() <= was.descriptors() + MORE_DESCRIPTORS
                && now.sockets() <= was.sockets() + MORE_DESCRIPTORS
                && now.threads() <= was.threads() + MORE_THREADS
                && now.heapBytes() <= was.heapBytes() + MORE_HEAP;
    }

    /** Everything that the processes printed, for whoever looks for a failure's cause. */
    List<String> printed() {
        List<String> all = new ArrayList<>();
        for (ObservedProcess process : processes) {
            all.add("--- " + process);
            all.addAll(process.lines());
        }
        return all;
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
