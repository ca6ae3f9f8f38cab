package dev.sidetone.bench.faults;

import static dev.sidetone.bench.faults.FaultScene.aBridge;
import static dev.sidetone.bench.faults.FaultScene.expect;
import static dev.sidetone.bench.faults.FaultScene.until;
import static dev.sidetone.bench.faults.FaultScene.urlOf;

import dev.sidetone.bench.peer.HandAgent;
import dev.sidetone.bench.peer.HandServer;
import dev.sidetone.bench.peer.HandStream;
import dev.sidetone.bench.peer.HandVoiceServer;
import dev.sidetone.bench.peer.WebSocketByHand;
import dev.sidetone.bench.process.ObservedProcess;
import dev.sidetone.bench.process.SidetoneCommand;
import dev.sidetone.bench.process.Until;
import dev.sidetone.bridge.json.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Rows about peers that do not read what they are sent, or send more than anybody can hold. */
final class PressureRows {
    private static final String SMALL_HEAP = "-Xmx160m";
    private static final int HALF_MINUTE_OF_SOUND = 240_000;
    private static final int MOST_CHUNKS = 2_000;
    private static final Duration LONG = Duration.ofMinutes(3);

    static final List<FaultRow> ROWS = List.of(
            row(
                    "twilio-not-reading",
                    "five streams that read nothing, while their agents speak for hours",
                    "the call ends",
                    "each stream is closed at 8 MiB (1008), `sidetone_limits_total`; the heap of 160 MB is enough",
                    PressureRows::twilioNotReading),
            row(
                    "agent-not-reading",
                    "an agent that gets ready and reads nothing more",
                    "an apology",
                    "the log names `agent-not-reading` with the CallSid",
                    PressureRows::agentNotReading),
            row(
                    "client-not-reading",
                    "clients of `sidetone agent` that read nothing of an answer of five minutes",
                    "–",
                    "its session ends at 8 MiB; other sessions go on",
                    PressureRows::clientNotReading),
            row(
                    "server-not-reading",
                    "a server under test that reads nothing of its stream",
                    "–",
                    "`call` ends with finding 31930 and the number of frames that were not read",
                    PressureRows::serverNotReading),
            row(
                    "endless-refusal",
                    "an agent that refuses the handshake with a body that never ends",
                    "an apology",
                    "the log names the refusal; the agent's connection is dropped",
                    PressureRows::endlessRefusal),
            row(
                    "endless-document",
                    "a webhook whose answer never ends",
                    "–",
                    "`call` ends with an error about the answer's size",
                    PressureRows::endlessDocument),
            row(
                    "silent-handshake",
                    "an agent that accepts the connection and never answers the handshake",
                    "an apology, after 10 s at the most",
                    "the log names `silent-agent`",
                    PressureRows::silentHandshake),
            row(
                    "frame-of-1-mb",
                    "an agent that sends two minutes of sound in one frame of 1.2 MB",
                    "the answer",
                    "nothing: that is allowed",
                    PressureRows::frameOfOneMb),
            row(
                    "frame-of-40-mb",
                    "an agent that sends 40 MB in one frame",
                    "an apology",
                    "the log names `agent-oversize` and the bridge's own limit, not the agent's close",
                    PressureRows::frameOf40Mb),
            row(
                    "line-frame-of-17-mb",
                    "a server under test that sends 17 MB in one message",
                    "–",
                    "`call` ends with finding `oversize-message`, which names the line's own limit",
                    PressureRows::lineFrameOf17Mb));

    private PressureRows() {}

    private static FaultRow row(String name, String fault, String caller, String operator, FaultRow.Run run) {
        return new FaultRow(FaultSection.PRESSURE, name, fault, caller, operator, List.of(), run);
    }

    private static void twilioNotReading(FaultScene scene) throws Exception {
        AtomicBoolean forHours = new AtomicBoolean();
        HandAgent agent = scene.keep(HandAgent.start(bridge -> {
            if (forHours.get()) {
                speaksForHours(bridge);
            } else {
                HandAgent.greet(bridge);
            }
        }));
        bridgeTo(scene, agent);
        forHours.set(true);
        List<HandStream> calls = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            calls.add(scene.keep(HandStream.open(scene.webhook())).talks());
        }
        until("all five are closed by the bridge's limit", () -> scene.metric("sidetone_limits_total") >= 5);
        for (HandStream call : calls) {
            call.listens();
            until("its stream is closed", call::isOver);
        }
        forHours.set(false);
    }

    /** An answer that does not end, as fast as it is taken. */
    private static void speaksForHours(WebSocketByHand bridge) throws IOException {
        bridge.send("{\"type\":\"response.created\",\"response\":{\"id\":\"r1\"}}");
        String sound = HandAgent.delta("i1", HALF_MINUTE_OF_SOUND);
        for (int i = 0; i < MOST_CHUNKS; i++) {
            bridge.send(sound);
        }
    }

    private static void agentNotReading(FaultScene scene) throws Exception {
        AtomicBoolean reads = new AtomicBoolean(true);
        HandAgent agent = scene.keep(HandAgent.start(bridge -> {
            if (reads.get()) {
                HandAgent.greet(bridge);
            } else {
                Until.passes(LONG);
            }
        }));
        ObservedProcess bridge = bridgeTo(scene, agent);
        reads.set(false);
        HandStream call = scene.keep(HandStream.open(scene.webhook())).listens();
        byte[] sound = new byte[60_000];
        for (int i = 0; i < MOST_CHUNKS && bridge.count("agent-not-reading") == 0; i++) {
            try {
                call.say(sound);
            } catch (IOException closed) {
                break;
            }
        }
        bridge.await(call.callSid() + ": agent-not-reading");
        until("the stream is closed", call::isOver);
        reads.set(true);
    }

    private static void clientNotReading(FaultScene scene) throws Exception {
        ObservedProcess agent = scene.start(SidetoneCommand.of(
                        "agent",
                        "openai",
                        "--script",
                        scene.file(
                                        "hours.yaml",
                                        "burst: 1000x\ngreeting: Hello there.\nturns:\n  - { think: 10ms, tone: 300s }\n")
                                .toString())
                .java("-Xmx128m"));
        String url = urlOf(agent);
        scene.bridge(aBridge("--agent", "openai", "--agent-url", url).with("OPENAI_API_KEY", "any"));
        scene.remember(agent);
        List<WebSocketByHand> clients = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            clients.add(scene.keep(ClientOfOpenAi.thatAsks(url)));
        }
        until("each session ends with a note", () -> agent.count("read nothing") + agent.count("does not read") >= 5);
        for (WebSocketByHand client : clients) {
            HandAgent.readOn(client);
        }
    }

    private static void serverNotReading(FaultScene scene) throws Exception {
        HandVoiceServer server = scene.keep(HandVoiceServer.start(line -> Until.passes(LONG)));
        CallRun call = scene.call("--to", server.webhook(), "--duration", "40s");
        expect("the finding is 31930: " + call, call.found("31930"));
        expect("the command fails: " + call, call.exitCode() != 0);
    }

    private static void endlessRefusal(FaultScene scene) throws Exception {
        AtomicInteger dropped = new AtomicInteger();
        HandServer agent = scene.keep(HandServer.start(request -> {
            try {
                request.out()
                        .write("HTTP/1.1 403 No\r\nTransfer-Encoding: chunked\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
                while (true) {
                    request.out().write(chunk);
                }
            } finally {
                dropped.incrementAndGet();
            }
        }));
        ObservedProcess bridge = scene.bridgeWithoutCall(
                aBridge("--agent", "compatible", "--agent-url", "ws://127.0.0.1:" + agent.port() + "/v1/realtime")
                        .java(SMALL_HEAP));
        CallRun call = scene.call("--to", scene.webhook().toString(), "--duration", "20s");
        expect("the caller hears an apology: " + call, call.wasHeard());
        bridge.await("agent-");
        until("the agent's connection is dropped", () -> dropped.get() > 0);
        expect("/health answers", scene.health() == 200);
        scene.forgetBridge();
    }

    private static void endlessDocument(FaultScene scene) throws Exception {
        HandServer server = scene.keep(HandServer.start(request -> {
            request.out()
                    .write("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            while (true) {
                request.out().write(chunk);
            }
        }));
        CallRun call = scene.call(SidetoneCommand.of("call", "--to", "http://127.0.0.1:" + server.port() + "/voice")
                .java(SMALL_HEAP));
        expect("the command fails: " + call, call.exitCode() == 1 || call.exitCode() == 3);
        expect(
                "an error says why: " + call,
                JsonText.of(call.json().at("/findings/0/severity")).equals("error"));
    }

    private static void silentHandshake(FaultScene scene) throws Exception {
        HandServer agent = scene.keep(HandServer.start(request -> Until.passes(LONG)));
        ObservedProcess bridge = scene.bridgeWithoutCall(
                aBridge("--agent", "compatible", "--agent-url", "ws://127.0.0.1:" + agent.port() + "/v1/realtime"));
        CallRun call = scene.call("--to", scene.webhook().toString(), "--duration", "40s");
        expect("the caller hears an apology: " + call, call.wasHeard());
        bridge.await("silent-agent");
        scene.forgetBridge();
    }

    private static void frameOfOneMb(FaultScene scene) throws Exception {
        HandAgent agent = scene.keep(HandAgent.start(bridge -> {
            bridge.send("{\"type\":\"response.created\",\"response\":{\"id\":\"r1\"}}");
            bridge.send(HandAgent.delta("i1", 900_000));
            bridge.send("{\"type\":\"response.done\",\"response\":{\"id\":\"r1\",\"status\":\"completed\"}}");
            HandAgent.readOn(bridge);
        }));
        ObservedProcess bridge = bridgeTo(scene, agent);
        CallRun call = scene.call("--to", scene.webhook().toString());
        expect(
                "it is heard to the end of the call: " + call,
                call.json().at("/line/framesHeard").asInt() > 100);
        expect(
                "the caller ended it: " + call,
                JsonText.of(call.json().at("/call/endedBy")).equals("caller"));
        expect("nothing is logged", bridge.count("agent-") == 0);
    }

    private static void frameOf40Mb(FaultScene scene) throws Exception {
        AtomicBoolean sends = new AtomicBoolean();
        HandAgent agent = scene.keep(HandAgent.start(bridge -> {
            if (sends.get()) {
                bridge.send(" ".repeat(40_000_000));
            }
            HandAgent.greet(bridge);
        }));
        ObservedProcess bridge = bridgeTo(scene, agent);
        sends.set(true);
        CallRun call = scene.call("--to", scene.webhook().toString(), "--duration", "20s");
        expect("the caller hears an apology: " + call, call.wasHeard());
        String line = bridge.await("agent-oversize");
        expect("it is the bridge's limit: " + line, line.contains("bridge"));
        sends.set(false);
    }

    private static void lineFrameOf17Mb(FaultScene scene) throws Exception {
        HandVoiceServer server = scene.keep(HandVoiceServer.start(line -> {
            line.send(" ".repeat(17_000_000));
            HandAgent.readOn(line);
        }));
        CallRun call = scene.call("--to", server.webhook());
        expect("the finding is oversize-message: " + call, call.found("oversize-message"));
    }

    /** A bridge whose agent is {@code agent}, with little heap, that has been called once. */
    private static ObservedProcess bridgeTo(FaultScene scene, HandAgent agent) throws Exception {
        return scene.bridge(
                aBridge("--agent", "compatible", "--agent-url", agent.url()).java(SMALL_HEAP));
    }
}
