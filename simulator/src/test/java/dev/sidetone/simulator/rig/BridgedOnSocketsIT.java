package dev.sidetone.simulator.rig;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sidetone.bridge.Bridge;
import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.FakeAgent;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.caller.EventScript;
import dev.sidetone.simulator.live.call.BridgeMonitor;
import dev.sidetone.simulator.live.call.MonitoredCall;
import dev.sidetone.simulator.realtime.ReliableRun;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.twilio.FakeTwilio;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** One call on real sockets in real time, measured at the ear and at the bridge. */
class BridgedOnSocketsIT {
    private static final AgentScript TONES = AgentScript.practice()
            .withGreeting(new AgentScript.Utterance.Tone(400))
            .withTurns(List.of(new AgentScript.Turn(150, new AgentScript.Utterance.Tone(600))))
            .withoutExcuses();

    private final NanoClock clock = NanoClock.system();

    /** One call in numbers, twice. */
    private record Measured(CallResult bridge, CallResult ear) {
        boolean isReliable() {
            return ReliableRun.isReliable(bridge) && ReliableRun.isReliable(ear);
        }
    }

    @Test
    void earAndBridgeAgree() throws Exception {
        Measured call = ReliableRun.of(this::call, Measured::isReliable);
        agree(call.bridge(), call.ear());
        if (call.isReliable()) {
            assertThat(call.bridge().turns()).hasSize(1);
            assertThat(call.ear().turns()).hasSize(1);
            double earMs = Objects.requireNonNull(call.ear().turns().get(0).ttfaMs());
            assertThat(Objects.requireNonNull(call.bridge().turns().get(0).ttfaMs()))
                    .isCloseTo(earMs, within(60.0));
        }
    }

    private Measured call() throws Exception {
        try (SocketRuntime web = SocketRuntime.start(clock);
                ServedAgent agent = ServedAgent.start(web, TONES, 0);
                FakeTwilio line = new FakeTwilio(new SynthesizedSayVoice())) {
            BridgeConfig.Agent target = agent.target("practice");
            BridgeConfig config = new BridgeConfig("127.0.0.1", 0, 1, null, CallPlan.TEST_AUTH_TOKEN, target);
            CountDownLatch over = new CountDownLatch(1);
            BridgeMonitor calls = new BridgeMonitor(
                    clock, () -> target, null, callSid -> Spool.NONE, begun -> begun.listen(fact -> count(fact, over)));
            try (Bridge bridge = Bridge.start(config, web, calls)) {
                CallTimeline timeline = new CallTimeline("test", Spool.NONE);
                EventScript script = script(agent.agent());
                timeline.listen(script);
                CallPlan plan = CallPlan.to(URI.create(bridge.webhookUrl())).lasting(Duration.ofSeconds(200));
                RigCall call = new RigCall(line.placeCall(plan, script.caller(), timeline), timeline, clock);
                call.await();
                assertThat(over.await(60, TimeUnit.SECONDS))
                        .as("the end at the bridge")
                        .isTrue();
                calls.close();
                MonitoredCall bridged = calls.calls().get(0);
                assertThat(bridged.isOver()).isTrue();
                return new Measured(bridged.result(), call.close());
            }
        }
    }

    private static void count(Fact fact, CountDownLatch over) {
        if (fact instanceof Fact.CallEnded) {
            over.countDown();
        }
    }

    private static EventScript script(FakeAgent agent) {
        return new EventScript(agent)
                .hearOut(1)
                .say(Callers.voice("ask-address"))
                .hearOut(2)
                .press('7')
                .hearOut(3)
                .hangUp();
    }

    private static void agree(CallResult bridge, CallResult ear) {
        // Where the machine stood still in the middle of a sentence, the bridge heard two.
        assertThat(bridge.turns()).anyMatch(turn -> turn.ttfaMs() != null);
        assertThat(ear.turns()).anyMatch(turn -> turn.ttfaMs() != null);
        assertThat(bridge.dtmf()).hasSize(1);
        assertThat(requireNonNull(bridge.marks()).received())
                .isEqualTo(requireNonNull(ear.marks()).received());
        assertThat(requireNonNull(bridge.line()).framesSent())
                .isEqualTo(requireNonNull(ear.line()).framesSent());
        assertThat(bridge.call().endedBy()).isEqualTo("caller");
        assertThat(bridge.call().measured()).isEqualTo("bridge");
        assertThat(bridge.played()).isNotEmpty();
    }
}
