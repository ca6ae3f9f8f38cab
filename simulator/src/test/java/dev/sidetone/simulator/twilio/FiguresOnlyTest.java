package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.BridgeRoutes;
import dev.sidetone.bridge.agent.openai.OpenAi;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.FakeAgent;
import dev.sidetone.simulator.agent.openai.FakeOpenAi;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.line.loop.LineLoop;
import dev.sidetone.simulator.rig.BridgeFacts;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import dev.sidetone.simulator.timeline.FigureTimeline;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A call of which only the figures are kept, in manual time, beside the same call with its whole timeline. */
class FiguresOnlyTest {
    private static final long SLOT_NS = 1_000_000L;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private final ManualLine line = new ManualLine();
    private final Seen seen = new Seen();
    private final FigureTimeline figures = new FigureTimeline("test", seen);
    private final CallTimeline whole = new CallTimeline("test", Spool.NONE);

    @Test
    void theFiguresAreThoseOfTheWholeTimelineAndComeAsTheCallGoesOn() {
        CallResult expected = call(false);
        CallResult result = figures.close();
        assertThat(result.turns()).hasSize(4).isEqualTo(expected.turns());
        assertThat(result.bargeIns()).isEqualTo(expected.bargeIns());
        assertThat(result.line()).isEqualTo(expected.line());
        assertThat(result.call()).isEqualTo(expected.call());
        assertThat(seen.answers)
                .containsExactlyElementsOf(
                        result.turns().stream().map(Turn::ttfaMs).toList());
        assertThat(seen.silences).hasSize(1);
        assertThat(seen.before).isEqualTo(4);
        assertThat(seen.last).isInstanceOf(Fact.CallEnded.class);
    }

    @Test
    void onAWheelEveryTickIsAtTheBeginningOfASlotAndNotLate() {
        CallResult result = call(true);
        assertThat(line.facts.of(Fact.Tick.class))
                .isNotEmpty()
                .allMatch(tick -> Math.floorMod(tick.atNs(), SLOT_NS) == 0)
                .allMatch(tick -> tick.lateNs() == 0);
        assertThat(result.turns()).hasSize(4).allMatch(Turn::judged);
        assertThat(result.line()).extracting(CallResult.Line::reliable).isEqualTo(true);
    }

    /** @param wheel whether the line looks at slots only */
    private CallResult call(boolean wheel) {
        FakeAgent agent = new FakeAgent(FakeOpenAi.REALTIME, AgentScript.practice(), Set.of());
        agent.ready().join();
        line.net.serve("agent", agent);
        BridgeConfig.Agent dialled = new BridgeConfig.Agent(
                "practice", URI.create("ws://agent/v1/realtime"), "practice", OpenAi.REALTIME.defaults());
        BridgeConfig config = new BridgeConfig("127.0.0.1", 0, 1, null, CallPlan.TEST_AUTH_TOKEN, dialled);
        FactSink all = new Both();
        line.serving(new BridgeRoutes(config, callSid -> new BridgeFacts("practice", all)));
        CallPlan plan = CallPlan.to(ManualLine.VOICE).seeded(7);
        Caller caller = Callers.awaitingStream(Callers.demo());
        LineLoop slots = new LineLoop(line.timers, () -> {}, SLOT_NS);
        LineLoop loop = wheel ? slots : line.loop;
        line.pass(Duration.ofNanos(slots.aligned(line.timers.nowNs()) - line.timers.nowNs()));
        new TwilioCall(plan, caller, all, loop, line, line.words).place(Instant.EPOCH, true);
        for (long passedNs = 0; passedNs < LONG_ENOUGH.toNanos(); passedNs += SLOT_NS) {
            line.pass(Duration.ofNanos(SLOT_NS));
            loop.run(line.timers.nowNs());
            figures.pump(line.timers.nowNs());
        }
        seen.before = seen.answers.size();
        return whole.close(line.timers.nowNs());
    }

    /** Both timelines and the list. */
    private final class Both implements FactSink {
        @Override
        public void add(Fact fact) {
            line.facts.add(fact);
            figures.add(fact);
            whole.add(fact);
        }

        @Override
        public void tick(Fact.Tick tick, LineFrame said, LineFrame heard) {
            line.facts.tick(tick, said, heard);
            figures.tick(tick, said, heard);
            whole.tick(tick, said, heard);
        }

        @Override
        public void media(Fact.MediaArrived media, byte[] mulaw) {
            figures.media(media, mulaw);
            whole.media(media, mulaw);
        }
    }

    private static final class Seen implements FigureTimeline.Listener {
        private final List<Double> answers = new ArrayList<>();
        private final List<BargeIn> silences = new ArrayList<>();
        private Fact last = new Fact.CallAnswered(0);
        private int before;

        @Override
        public void folded(Fact fact) {
            last = fact;
        }

        @Override
        public void answered(Turn turn, long atNs) {
            answers.add(turn.ttfaMs());
        }

        @Override
        public void bargedIn(BargeIn bargeIn, long atNs) {
            silences.add(bargeIn);
        }
    }
}
