package dev.sidetone.bench.faults;

import static dev.sidetone.bench.faults.FaultScene.aBridge;
import static dev.sidetone.bench.faults.FaultScene.expect;
import static dev.sidetone.bench.faults.FaultScene.until;
import static dev.sidetone.bench.faults.FaultScene.urlOf;

import dev.sidetone.bench.peer.HandAgent;
import dev.sidetone.bench.peer.HandStream;
import dev.sidetone.bench.peer.RawConnection;
import dev.sidetone.bench.peer.WebSocketByHand;
import dev.sidetone.bench.process.ObservedProcess;
import dev.sidetone.bench.process.SidetoneCommand;
import dev.sidetone.bench.process.Until;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Rows about processes that stand still, end, or run out of memory or descriptors. */
final class StandstillRows {
    // Over 300 lines because each row stands beside the code that shows it.
    private static final Duration STOPPED = Duration.ofMillis(5_500);
    private static final Duration AFTERWARDS = Duration.ofSeconds(6);
    private static final int OUT_OF_MEMORY = 3;

    static final List<FaultRow> ROWS = List.of(
            row(
                    "bridge-stopped",
                    "the bridge's process stands still for 5.5 s (SIGSTOP) under 20 calls",
                    "silence for that long; all 20 calls go on",
                    "`sidetone_standstills_total`; no peer is blamed",
                    StandstillRows::bridgeStopped),
            row(
                    "agent-stopped",
                    "the agent's process stands still for 5.5 s",
                    "a late answer; the call goes on",
                    "nothing",
                    StandstillRows::agentStopped),
            row(
                    "agent-gone-silent",
                    "the agent's process stands still for good",
                    "an apology, 12 s later",
                    "the log names `agent-died` and the silence",
                    StandstillRows::agentGoneSilent),
            row(
                    "call-stopped",
                    "the caller's process stands still for 3 s",
                    "–",
                    "`line.reliable` is false, and the server is blamed for nothing",
                    StandstillRows::callStopped),
            row(
                    "bridge-under-call-stopped",
                    "the server under test stands still for good",
                    "silence",
                    "`call` ends in time, with a finding",
                    StandstillRows::serverStopped),
            row(
                    "agent-killed",
                    "the agent's process is killed in a call",
                    "an apology",
                    "the log names `agent-died`; once the agent runs again, so do calls",
                    StandstillRows::agentKilled),
            row(
                    "bridge-killed",
                    "the bridge's process is killed in a call",
                    "the call ends",
                    "`call` says that the server broke off, exit code 1; a new bridge answers at once",
                    StandstillRows::bridgeKilled),
            row(
                    "bridge-terminated",
                    "SIGTERM to a bridge with a call",
                    "an apology, after 10 s at the most",
                    "new calls get busy; exit code 0",
                    StandstillRows::bridgeTerminated),
            row(
                    "bridge-out-of-memory",
                    "streams that read nothing, at a bridge with 40 MB of heap",
                    "the call ends",
                    "one line and exit code 3, never a process that answers nobody; a new bridge answers",
                    StandstillRows::bridgeOutOfMemory),
            row(
                    "no-descriptors",
                    "a bridge that may open 160 files (`ulimit -n`), and 300 connections",
                    "busy while there is no descriptor; then calls again",
                    "the process lives, `/health` answers again",
                    StandstillRows::noDescriptors));

    private StandstillRows() {}

    private static FaultRow row(String name, String fault, String caller, String operator, FaultRow.Run run) {
        return new FaultRow(FaultSection.STANDSTILL, name, fault, caller, operator, List.of(), run);
    }

    private static void bridgeStopped(FaultScene scene) throws Exception {
        ObservedProcess bridge = scene.bridge();
        List<HandStream> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(scene.runningCall());
        }
        bridge.signal("STOP");
        Until.passes(STOPPED);
        bridge.signal("CONT");
        Until.passes(AFTERWARDS);
        long kept = calls.stream().filter(call -> !call.isOver()).count();
        expect("all 20 calls are kept, not " + kept, kept == 20);
        expect("the standstill is counted", scene.metric("sidetone_standstills_total") > 0);
        for (HandStream call : calls.subList(0, 3)) {
            scene.stillTalks(call);
        }
        for (HandStream call : calls) {
            call.close();
        }
    }

    private static void agentStopped(FaultScene scene) throws Exception {
        ObservedProcess agent = scene.agent("openai");
        bridgeTo(scene, urlOf(agent));
        scene.remember(agent);
        HandStream call = scene.runningCall();
        agent.signal("STOP");
        Until.passes(STOPPED);
        agent.signal("CONT");
        scene.stillTalks(call);
        call.close();
    }

    private static void agentGoneSilent(FaultScene scene) throws Exception {
        ObservedProcess agent = scene.agent("openai");
        ObservedProcess bridge = bridgeTo(scene, urlOf(agent));
        scene.remember(agent);
        HandStream call = scene.runningCall();
        agent.signal("STOP");
        until("the call ends", call::isOver);
        bridge.await(call.callSid() + ": agent-died");
        agent.signal("CONT");
    }

    private static void callStopped(FaultScene scene) throws Exception {
        scene.bridge();
        Path json = scene.folder().resolve("stopped.json");
        ObservedProcess call = greetedCall(scene, "14s", json);
        call.signal("STOP");
        Until.passes(Duration.ofSeconds(3));
        call.signal("CONT");
        CallRun result = FaultScene.finished(call, json);
        expect("its figures are not reliable: " + result, !result.isReliable());
        expect("no error is found: " + result, result.exitCode() == 0);
    }

    private static void serverStopped(FaultScene scene) throws Exception {
        ObservedProcess bridge = scene.bridge();
        Path json = scene.folder().resolve("stalled.json");
        ObservedProcess call = greetedCall(scene, "25s", json);
        bridge.signal("STOP");
        CallRun result = FaultScene.finished(call, json);
        bridge.signal("CONT");
        expect("there is a finding: " + result, !result.json().at("/findings").isEmpty());
    }

    private static void agentKilled(FaultScene scene) throws Exception {
        ObservedProcess agent = scene.agent("openai");
        String url = urlOf(agent);
        ObservedProcess bridge = bridgeTo(scene, url);
        HandStream call = scene.runningCall();
        agent.close();
        until("the call ends", call::isOver);
        bridge.await(call.callSid() + ": agent-");
        agent.exitCode();
        scene.agent("openai", "--port", String.valueOf(URI.create(url).getPort()));
    }

    private static void bridgeKilled(FaultScene scene) throws Exception {
        ObservedProcess bridge = scene.bridge();
        Path json = scene.folder().resolve("killed.json");
        ObservedProcess call = greetedCall(scene, "20s", json);
        bridge.close();
        CallRun result = FaultScene.finished(call, json);
        expect("the command fails: " + result, result.exitCode() == 1);
        expect(
                "an error is found: " + result,
                result.json().at("/findings").toString().contains("\"error\""));
        scene.bridge();
    }

    private static void bridgeTerminated(FaultScene scene) throws Exception {
        ObservedProcess bridge = scene.bridge();
        HandStream call = scene.runningCall();
        bridge.signal("TERM");
        bridge.await("going down");
        String answer = HandStream.post(scene.webhook(), "CallSid=CA" + "3".repeat(32));
        expect("a new call gets busy: " + answer, answer.contains("busy"));
        expect("it ends with 0, not " + bridge.exitCode(), bridge.exitCode() == 0);
        until("the call ends", call::isOver);
        scene.bridge();
    }

    private static void bridgeOutOfMemory(FaultScene scene) throws Exception {
        HandAgent agent = scene.keep(HandAgent.start(StandstillRows::floods));
        ObservedProcess bridge = scene.bridgeWithoutCall(
                aBridge("--agent", "compatible", "--agent-url", agent.url()).java("-Xmx40m"));
        for (int i = 0; i < 30 && bridge.isAlive(); i++) {
            try {
                scene.keep(HandStream.open(scene.webhook())).talks();
            } catch (IOException gone) {
                break;
            }
            Until.passes(Duration.ofMillis(300));
        }
        ended(bridge);
        scene.bridge();
    }

    private static void floods(WebSocketByHand bridge) throws IOException {
        bridge.send("{\"type\":\"response.created\",\"response\":{\"id\":\"r1\"}}");
        String sound = HandAgent.delta("i1", 400_000);
        for (int i = 0; i < 1_000; i++) {
            bridge.send(sound);
        }
    }

    private static void ended(ObservedProcess process) throws Exception {
        until(process + " ends", () -> !process.isAlive());
        expect("it ends with 3, not " + process.exitCode(), process.exitCode() == OUT_OF_MEMORY);
        expect("one line says why: " + process.lines(), process.count("out of memory") == 1);
    }

    private static void noDescriptors(FaultScene scene) throws Exception {
        ObservedProcess bridge = scene.bridge(aBridge().java("-XX:-MaxFDLimit").after("ulimit -n 160"));
        List<RawConnection> all = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            RawConnection one = scene.keep(new RawConnection(scene.port()));
            one.send("GET /health HTTP/1.1\r\nX: ");
            all.add(one);
        }
        Until.passes(Duration.ofSeconds(2));
        expect("the bridge is alive", bridge.isAlive());
        for (RawConnection one : all) {
            one.close();
        }
        until("/health answers again", () -> scene.health() == 200);
    }

    /** A call that the agent has begun to greet; it ends after {@code duration} and writes its result into {@code json}. */
    private static ObservedProcess greetedCall(FaultScene scene, String duration, Path json) throws Exception {
        ObservedProcess call = scene.start(SidetoneCommand.of(
                "call",
                "--to",
                scene.webhook().toString(),
                "--duration",
                duration,
                "--json",
                json.toString(),
                "--linger",
                "0s"));
        call.await("greets");
        return call;
    }

    private static ObservedProcess bridgeTo(FaultScene scene, String url) throws Exception {
        return scene.bridge(aBridge("--agent", "openai", "--agent-url", url).with("OPENAI_API_KEY", "any"));
    }
}
