package dev.sidetone.bench.faults;

import static dev.sidetone.bench.faults.FaultScene.aBridge;
import static dev.sidetone.bench.faults.FaultScene.expect;
import static dev.sidetone.bench.faults.FaultScene.until;
import static dev.sidetone.bench.faults.FaultScene.urlOf;

import dev.sidetone.bench.peer.HandAgent;
import dev.sidetone.bench.peer.HandServer;
import dev.sidetone.bench.peer.HandStream;
import dev.sidetone.bench.peer.HandVoiceServer;
import dev.sidetone.bench.peer.ShownCertificate;
import dev.sidetone.bench.process.ObservedProcess;
import dev.sidetone.bench.process.SidetoneCommand;
import dev.sidetone.bench.process.Until;
import dev.sidetone.bridge.json.JsonText;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Rows about certificates, names, refusals and connections that are only half there. */
final class NetworkRows {
    private static final String APOLOGY = "an apology";
    private static final Duration LONG = Duration.ofMinutes(2);

    static final List<FaultRow> ROWS = List.of(
            certificate(
                    "tls-expired",
                    "an agent whose certificate has expired",
                    ShownCertificate::expiredDoor,
                    "signed_by_an_authority"),
            certificate(
                    "tls-other-host",
                    "an agent whose certificate is another host's",
                    folder -> ShownCertificate.door("of_another_host"),
                    "of_another_host"),
            certificate(
                    "tls-self-signed",
                    "an agent whose certificate nobody signed",
                    folder -> ShownCertificate.door("signed_by_itself"),
                    ""),
            row(
                    "tls-truncated",
                    "an agent whose TLS breaks off in the handshake",
                    APOLOGY,
                    "the log names the lost connection, and no certificate",
                    NetworkRows::tlsTruncated),
            row(
                    "tls-cut-in-call",
                    "a call whose TLS to the agent is cut without a good-bye",
                    APOLOGY,
                    "the log names `agent-died`",
                    NetworkRows::tlsCutInCall),
            row(
                    "tls-expired-server",
                    "a server under test whose certificate has expired",
                    "–",
                    "`call` ends with an error that names the certificate, exit code 3",
                    NetworkRows::tlsExpiredServer),
            row(
                    "dns-agent",
                    "an agent whose name the DNS does not know",
                    APOLOGY,
                    "the log names the host",
                    NetworkRows::dnsAgent),
            row(
                    "dns-server",
                    "a server under test whose name the DNS does not know",
                    "–",
                    "`call` ends with an error that names the host, exit code 3",
                    NetworkRows::dnsServer),
            row(
                    "rest-429",
                    "Twilio's REST API answers every request with 429",
                    "the call ends all the same, by its stream",
                    "`sidetone_call_control_failures_total`, and a line of log",
                    NetworkRows::rest429),
            row(
                    "agent-429",
                    "an agent that refuses every session with 429",
                    APOLOGY,
                    "the log names `agent-busy`",
                    NetworkRows::agent429),
            row(
                    "half-open-twilio",
                    "Twilio's stream without media and without an end (a lost network)",
                    "–",
                    "closed after 4.5 s; the log names the stream",
                    NetworkRows::halfOpenTwilio),
            row(
                    "half-open-agent",
                    "an agent's connection without a byte and without an end",
                    APOLOGY,
                    "closed after 12 s; the log names `agent-died`",
                    NetworkRows::halfOpenAgent),
            row(
                    "half-open-server",
                    "a server under test that drops its stream without an end",
                    "silence",
                    "`call` ends with a finding",
                    NetworkRows::halfOpenServer));

    private NetworkRows() {}

    private static FaultRow row(String name, String fault, String caller, String operator, FaultRow.Run run) {
        return new FaultRow(FaultSection.NETWORK, name, fault, caller, operator, List.of(), run);
    }

    /** @param trusted the certificate whose signer is trusted, or an empty text */
    private static FaultRow certificate(String name, String fault, Door door, String trusted) {
        return row(name, fault, APOLOGY, "the log says that the certificate is not accepted, and why", scene -> {
            HandAgent agent = scene.keep(HandAgent.start(door.in(scene.folder()), HandAgent::greet));
            SidetoneCommand command = to(agent.url());
            String line = apology(scene, trusted.isEmpty() ? command : trusting(scene, trusted, command));
            expect("the log names the certificate: " + line, line.contains("its certificate is not accepted: "));
            expect("no session began", agent.sessions() == 0);
        });
    }

    /** A server's socket in TLS. */
    private interface Door {
        ServerSocket in(Path folder) throws Exception;
    }

    /** Makes a call that hears an apology, and returns the bridge's line about its agent. */
    private static String apology(FaultScene scene, SidetoneCommand command) throws Exception {
        ObservedProcess bridge = scene.bridgeWithoutCall(command);
        CallRun call = scene.call("--to", scene.webhook().toString(), "--duration", "30s");
        expect("the caller hears an apology: " + call, call.wasHeard());
        expect(
                "the server ended it: " + call,
                JsonText.of(call.json().at("/call/endedBy")).equals("server"));
        scene.forgetBridge();
        return bridge.await(": agent-");
    }

    private static SidetoneCommand to(String agentUrl) {
        return aBridge("--agent", "compatible", "--agent-url", agentUrl);
    }

    private static SidetoneCommand trusting(FaultScene scene, String shown, SidetoneCommand command) throws Exception {
        Path store = ShownCertificate.writeTrust(shown, scene.folder().resolve("trust.jks"));
        return command.java("-Djavax.net.ssl.trustStore=" + store).java("-Djavax.net.ssl.trustStorePassword=changeit");
    }

    private static void tlsTruncated(FaultScene scene) throws Exception {
        ServerSocket door = scene.keep(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread cutting = new Thread(() -> ShownCertificate.cutEveryHandshake(door), "cuts handshakes");
        cutting.setDaemon(true);
        cutting.start();
        String line = apology(scene, to("wss://localhost:" + door.getLocalPort() + "/v1/realtime"));
        expect("no certificate is blamed: " + line, !line.contains("certificate"));
    }

    private static void tlsCutInCall(FaultScene scene) throws Exception {
        AtomicBoolean cuts = new AtomicBoolean();
        String shown = "signed_by_an_authority";
        HandAgent agent = scene.keep(HandAgent.start(ShownCertificate.door(shown), bridge -> {
            if (!cuts.get()) {
                HandAgent.greet(bridge);
                return;
            }
            bridge.send("{\"type\":\"response.created\",\"response\":{\"id\":\"r1\"}}");
            bridge.send(HandAgent.delta("i1", 4_000));
            Until.passes(Duration.ofSeconds(1));
            bridge.cut();
        }));
        ObservedProcess bridge = scene.bridge(trusting(scene, shown, to(agent.url())));
        cuts.set(true);
        HandStream call = scene.runningCall();
        until("the call ends", call::isOver);
        bridge.await(call.callSid() + ": agent-died");
        cuts.set(false);
    }

    private static void tlsExpiredServer(FaultScene scene) throws Exception {
        HandServer server = scene.keep(HandServer.start(
                ShownCertificate.expiredDoor(scene.folder()),
                request -> request.answer(200, "text/xml", "<Response/>")));
        SidetoneCommand command = SidetoneCommand.of("call", "--to", "https://localhost:" + server.port() + "/voice");
        CallRun call = scene.call(command.and(
                "--ca",
                ShownCertificate.writePem(
                                "signed_by_an_authority", scene.folder().resolve("ca.pem"))
                        .toString()));
        expect("it ends with 3: " + call, call.exitCode() == 3);
        expect("it names the certificate: " + call, call.printed("certificate"));
    }

    private static void dnsAgent(FaultScene scene) throws Exception {
        String line = apology(scene, to("wss://agent.invalid/v1/realtime"));
        expect("the log names the host: " + line, line.contains("agent.invalid"));
    }

    private static void dnsServer(FaultScene scene) throws Exception {
        CallRun call = scene.call("--to", "https://server.invalid/voice");
        expect("it ends with 3: " + call, call.exitCode() == 3);
        expect("it names the host: " + call, call.printed("server.invalid"));
    }

    private static void rest429(FaultScene scene) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HandServer twilio = scene.keep(HandServer.start(request -> {
            asked.incrementAndGet();
            request.answer(
                    429, "application/json", "{\"code\":20429,\"message\":\"Too Many Requests\",\"status\":429}");
        }));
        Path script = scene.file("end.yaml", "greeting: Hello there.\nturns:\n  - { think: 10ms, end: true }\n");
        ObservedProcess agent = scene.agent("openai", "--script", script.toString());
        Path config = scene.file("agent.yaml", "agent: openai\ntools:\n  - { builtin: end_call }\n");
        String token = "e".repeat(32);
        scene.file(".env", "TWILIO_AUTH_TOKEN=" + token + "\n");
        ObservedProcess bridge = scene.bridge(
                aBridge("--agent", "openai", "--agent-url", urlOf(agent), "--agent-config", config.toString())
                        .with("OPENAI_API_KEY", "any")
                        .with("TWILIO_ACCOUNT_SID", "AC" + "1".repeat(32))
                        .with("TWILIO_API_URL", "http://127.0.0.1:" + twilio.port()));
        CallRun call = scene.call("--to", scene.webhook().toString(), "--duration", "40s");
        expect(
                "the server ended the call: " + call,
                JsonText.of(call.json().at("/call/endedBy")).equals("server"));
        expect("the API was asked", asked.get() > 0);
        expect("the failure is counted", scene.metric("sidetone_call_control_failures_total") > 0);
        bridge.await(JsonText.of(call.json().at("/call/callSid")));
    }

    private static void agent429(FaultScene scene) throws Exception {
        HandServer agent = scene.keep(HandServer.start(
                request -> request.answer(429, "application/json", "{\"error\":{\"message\":\"Rate limit\"}}")));
        String line = apology(scene, to("ws://127.0.0.1:" + agent.port() + "/v1/realtime"));
        expect("the log names agent-busy: " + line, line.contains("agent-busy"));
    }

    private static void halfOpenTwilio(FaultScene scene) throws Exception {
        ObservedProcess bridge = scene.bridge();
        HandStream call = scene.keep(HandStream.open(scene.webhook())).listens();
        until("the stream is closed", call::isOver);
        bridge.await("no media for");
    }

    private static void halfOpenAgent(FaultScene scene) throws Exception {
        AtomicBoolean reads = new AtomicBoolean(true);
        HandAgent agent = scene.keep(HandAgent.start(bridge -> {
            if (reads.get()) {
                HandAgent.greet(bridge);
                return;
            }
            bridge.send(HandAgent.delta("i1", 4_000));
            Until.passes(LONG);
        }));
        ObservedProcess bridge = scene.bridge(to(agent.url()));
        reads.set(false);
        HandStream call = scene.runningCall();
        until("the call ends", call::isOver);
        bridge.await(call.callSid() + ": agent-");
        reads.set(true);
    }

    private static void halfOpenServer(FaultScene scene) throws Exception {
        HandVoiceServer server = scene.keep(HandVoiceServer.start(line -> {
            for (int i = 0; i < 100 && line.next() != null; i++) {
                // Two seconds of the caller.
            }
        }));
        CallRun call = scene.call("--to", server.webhook(), "--duration", "20s");
        expect(
                "there is an error: " + call,
                call.json().at("/findings").toString().contains("\"error\""));
    }
}
