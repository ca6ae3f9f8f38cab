package dev.sidetone.simulator.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sidetone.bridge.Bridge;
import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.socket.Web;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.CallerScript;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.line.FakeTwilio;
import dev.sidetone.simulator.line.plan.CallPlan;
import dev.sidetone.simulator.live.call.BridgeMonitor;
import dev.sidetone.simulator.live.call.MonitoredCall;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Spool;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** One call on real sockets in real time, measured at the ear and at the bridge. */
class BridgedOnSocketsTest {
    private final NanoClock clock = NanoClock.system();

    @Test
    void earAndBridgeAgree() throws Exception {
        try (Web web = Web.start(clock);
                ServedAgent agent = ServedAgent.start(web, AgentScript.practice(), 0);
                FakeTwilio line = new FakeTwilio(new LineVoice())) {
            BridgeConfig.Agent target = agent.target("practice");
            BridgeConfig config = new BridgeConfig("127.0.0.1", 0, 1, null, CallPlan.TEST_AUTH_TOKEN, target);
            BridgeMonitor calls = new BridgeMonitor(clock, () -> target, () -> Spool.NONE, call -> {});
            try (Bridge bridge = Bridge.start(config, web, calls)) {
                CallTimeline ear = new CallTimeline("test", Spool.NONE);
                CallPlan plan = CallPlan.to(URI.create(bridge.webhookUrl()));
                line.placeCall(plan, caller(), ear)
                        .outcome()
                        .toCompletableFuture()
                        .get(60, TimeUnit.SECONDS);
                calls.close();
                MonitoredCall bridged = calls.calls().get(0);
                assertThat(bridged.isOver()).isTrue();
                agree(bridged.result(), ear.close(clock.nowNs()));
            }
        }
    }

    private static Caller caller() {
        return new CallerScript()
                .hear(5_000)
                .quiet(700, 5_000)
                .say(Callers.voice("ask-address"))
                .hear(5_000)
                .press('7')
                .pause(200)
                .hangUp()
                .caller();
    }

    private static void agree(CallResult bridge, CallResult ear) {
        assertThat(bridge.turns()).hasSize(1);
        double earMs = Objects.requireNonNull(ear.turns().get(0).ttfaMs());
        assertThat(Objects.requireNonNull(bridge.turns().get(0).ttfaMs())).isCloseTo(earMs, within(60.0));
        assertThat(bridge.dtmf()).hasSize(1);
        assertThat(bridge.marks().received()).isEqualTo(ear.marks().received());
        assertThat(bridge.line().framesSent()).isEqualTo(ear.line().framesSent());
        assertThat(bridge.call().endedBy()).isEqualTo("caller");
        assertThat(bridge.call().measured()).isEqualTo("bridge");
        assertThat(bridge.played()).isNotEmpty();
    }
}
