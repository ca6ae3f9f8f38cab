package dev.sidetone.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.CallerScript;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.twilio.CallOutcome;
import dev.sidetone.simulator.twilio.Pickup;
import dev.sidetone.simulator.twilio.TwilioCall;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Live mode by its public command; the test is Twilio's cloud. */
@Timeout(240)
class LiveCommandIT {
    private static final long PATIENCE_S = 60;
    /** So long that a process, however busy the machine is, sees its call ringing. */
    private static final Duration RINGS = Duration.ofSeconds(3);

    private static final String STRANGER = "CA00000000000000000000000000000bad";

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "OPENAI_API_KEY", "sk-test",
            "TWILIO_RATE_PER_MINUTE", "0.011",
            "AGENT_RATE_PER_MINUTE", "0.06",
            "RATE_CURRENCY", "EUR");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aNumberRingsTheBridgeAndIsPutBackWhenItIsToldToEnd() throws Exception {
        try (Cloud cloud = Cloud.start(folder);
                SidetoneRun live = start(cloud, "--number", Cloud.OWNED, "--record", folder.toString())) {
            Map<String, String> before = cloud.settings(Cloud.OWNED);
            live.says("ready: " + Cloud.OWNED);
            assertThat(live.everything()).contains("voice URL").contains("there and back in");
            assertThat(cloud.settings(Cloud.OWNED)).containsEntry("VoiceUrl", cloud.publicOrigin() + "/voice");

            List<CompletableFuture<CallOutcome>> calls = new ArrayList<>();
            for (String from : List.of("+15550111", "+15550112", "+15550113")) {
                calls.add(outcome(cloud.ring(from, Cloud.OWNED, greeted())));
            }
            for (CompletableFuture<CallOutcome> call : calls) {
                CallOutcome outcome = call.get(PATIENCE_S, TimeUnit.SECONDS);
                assertThat(outcome.findings()).as(live.everything()).isEmpty();
            }
            live.says("+15550111");
            live.says("+15550112");
            live.says("+15550113");

            live.terminate();
            assertThat(live.exitCode()).as(live.everything()).isZero();
            assertThat(cloud.settings(Cloud.OWNED)).isEqualTo(before);
            assertThat(live.lines("Session")).hasSize(1).first().asString().contains("3 calls");
            assertThat(live.everything()).contains("estimated 0.2130 EUR");
        }
    }

    @Test
    void whoeverIsNotTwilioIsTurnedAwayWithOneLineEach() throws Exception {
        try (Cloud cloud = Cloud.start(folder);
                SidetoneRun live = startProcess(cloud, "--number", Cloud.FRESH)) {
            live.says("ready: ");
            PortClient stranger = new PortClient(cloud.publicOrigin(), live.port());
            assertThat(stranger.voice(STRANGER, "")).isEqualTo(403);
            assertThat(stranger.voice(STRANGER, "bm90IHR3aWxpbydzIHNpZ25hdHVyZQ=="))
                    .isEqualTo(403);
            live.says("signature missing");
            live.says("signature wrong");

            String token = stranger.token(STRANGER);
            assertThat(stranger.token(STRANGER)).isEqualTo(token);
            CompletableFuture<Integer> first = stranger.stream(STRANGER, token);
            live.says("the line is open");
            assertThat(stranger.stream(STRANGER, token).get(PATIENCE_S, TimeUnit.SECONDS))
                    .isEqualTo(1008);
            assertThat(first).isNotDone();
            live.says("refused a stream with a token that was used before");
            assertThat(live.lines(": refused with 403, signature ")).hasSize(2);
            live.terminate();
            live.says("ending: 1 call has 10 s");
            live.terminate();
            live.exitCode();
            assertThat(cloud.settings(Cloud.FRESH).get("VoiceUrl")).isNullOrEmpty();
        }
    }

    @Test
    void aKilledBridgeEndsCallAndAgentAndTheNextStartPutsTheNumberBack() throws Exception {
        WatchedAgent agent = new WatchedAgent();
        agent.ready();
        try (SocketRuntime web = SocketRuntime.start(NanoClock.system());
                SocketRuntime.Listening listening = web.listen("127.0.0.1", 0, 1, agent);
                Cloud cloud = Cloud.start(folder)) {
            String url = "ws://127.0.0.1:" + listening.port() + "/v1/realtime";
            Map<String, String> before = cloud.settings(Cloud.OWNED);
            CompletableFuture<CallOutcome> call;
            try (SidetoneProcess live =
                    startProcess(cloud, "--number", Cloud.OWNED, "--agent", "openai", "--agent-url", url)) {
                live.says("ready: ");
                call = outcome(cloud.ring("+15550111", Cloud.OWNED, new CallerScript().caller()));
                live.says("is ready");
                live.kill();
            }
            assertThat(call.get(PATIENCE_S, TimeUnit.SECONDS).callSid()).startsWith("CA");
            assertThat(agent.ended().get(PATIENCE_S, TimeUnit.SECONDS)).isNotEmpty();
            assertThat(cloud.settings(Cloud.OWNED)).containsEntry("VoiceUrl", cloud.publicOrigin() + "/voice");

            cloud.tunnel().dropUpgrades(true);
            try (SidetoneRun next = start(cloud, "--number", Cloud.OWNED)) {
                assertThat(next.exitCode()).as(next.everything()).isEqualTo(3);
                assertThat(cloud.settings(Cloud.OWNED)).isEqualTo(before);
                assertThat(next.everything()).contains("answered with 502").contains("WebSocket");
            }
        }
    }

    @Test
    void aPersonWhoIsCalledIsPutThroughAndEveryCallbackIsTold() throws Exception {
        Path script = Files.writeString(
                folder.resolve("transfer.yaml"),
                "greeting: \"Hello.\"\nturns:\n  - { think: 100ms, transfer: \"+15550199\" }\n");
        Path json = folder.resolve("result.json");
        try (Cloud cloud = Cloud.start(folder)) {
            Caller person = new CallerScript()
                    .hear(60_000)
                    .quiet(500, 60_000)
                    .say(Callers.voice("ask-opening-hours"))
                    .caller();
            cloud.line()
                    .answerOutbound(
                            cloud.plan(),
                            wish -> new Pickup.RingResult(
                                    null, person, new CallTimeline("", Spool.NONE), RINGS, placed -> {}));
            try (SidetoneRun live = start(
                    cloud,
                    "--number",
                    Cloud.OWNED,
                    "--call",
                    "+15550123",
                    "--script",
                    script.toString(),
                    "--json",
                    json.toString())) {
                live.says("called from " + Cloud.OWNED + ": ringing");
                live.says("called from " + Cloud.OWNED + ": in-progress");
                live.says("puts the caller through to +15550199");
                live.says("called from " + Cloud.OWNED + ": completed");
                assertThat(live.exitCode()).as(live.everything()).isZero();
                assertThat(cloud.asked())
                        .anyMatch(asked -> asked.contains("Calls.json") && asked.contains("TimeLimit=1800"));
                assertThat(Files.readString(json))
                        .contains("\"measured\":\"bridge\"")
                        .contains("+15550199");
            }
        }
    }

    @Test
    void whatTwiliosDebuggerSaysOfACallIsShown() throws Exception {
        try (Cloud cloud = Cloud.start(folder);
                SidetoneRun live = start(cloud, "--number", Cloud.OWNED)) {
            live.says("ready: ");
            cloud.tunnel().dropUpgrades(true);
            outcome(cloud.ring("+15550111", Cloud.OWNED, greeted())).get(PATIENCE_S, TimeUnit.SECONDS);
            live.says("error 31920");
            live.terminate();
            assertThat(live.exitCode()).as(live.everything()).isEqualTo(1);
            assertThat(live.everything()).contains("must pass WebSockets on");
        }
    }

    private SidetoneRun start(Cloud cloud, String... options) throws Exception {
        return SidetoneLauncher.HERE.live(cloud, folder, ENVIRONMENT, options);
    }

    private SidetoneProcess startProcess(Cloud cloud, String... options) throws Exception {
        return SidetoneLauncher.AS_PROCESS.live(cloud, folder, ENVIRONMENT, options);
    }

    /** Hears the greeting and hangs up. */
    private static Caller greeted() {
        return new CallerScript().hear(60_000).pause(500).hangUp().caller();
    }

    private static CompletableFuture<CallOutcome> outcome(TwilioCall call) {
        return call.outcome().toCompletableFuture();
    }
}
