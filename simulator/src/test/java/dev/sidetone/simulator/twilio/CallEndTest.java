package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.line.LineCall;
import dev.sidetone.simulator.line.loop.LineLoop;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Every way in which a call that came up ends, and what is told of it. */
class CallEndTest {
    private final TestServer server = new TestServer();
    private final ManualLine line = new ManualLine().serving(server);
    private final TickingCaller caller = new TickingCaller();

    @Test
    void theCallerHangsUp() {
        line.call(caller.at(4, phone -> phone.hangUp()), Duration.ofSeconds(1));

        assertThat(line.facts.rareKinds())
                .containsExactly(
                        "CallPlaced",
                        "WebhookAnswered",
                        "VerbBegan",
                        "CallAnswered",
                        "StreamDialled",
                        "StreamOpened",
                        "StreamStarted",
                        "StreamEnded",
                        "CallEnded");
        assertThat(line.facts.one(Fact.StreamEnded.class).code()).isNull();
        assertThat(line.facts.one(Fact.CallEnded.class).by()).isEqualTo(EndedBy.CALLER);
        assertThat(line.facts.of(Fact.Tick.class)).hasSize(5);
        assertThat(caller.answered).isEqualTo(1);
        assertThat(caller.hungUp).isEqualTo(1);
        assertThat(line.outcome().reached()).isTrue();
        assertThat(line.outcome().failed()).isFalse();
    }

    @Test
    void theServerClosesTheStream() {
        line.call(caller, Duration.ofMillis(100));

        server.wire().close(1000, "");
        line.pass(Duration.ofMillis(100));

        assertThat(line.facts.one(Fact.StreamEnded.class).code()).isEqualTo(1000);
        assertThat(line.facts.findings()).isEmpty();
        assertThat(line.outcome().by()).isEqualTo(EndedBy.SERVER);
        assertThat(server.texts("\"stop\"")).isEmpty();
    }

    @Test
    void aCloseWithoutACodeIsPeacefulToo() {
        line.call(caller, Duration.ofMillis(100));

        server.wire().close(1005, "");
        line.pass(Duration.ofMillis(100));

        assertThat(line.facts.one(Fact.StreamEnded.class).code()).isEqualTo(1005);
        assertThat(line.facts.findings()).isEmpty();
        assertThat(line.outcome().by()).isEqualTo(EndedBy.SERVER);
    }

    @Test
    void aCloseWithAnErrorsCodeIsTold() {
        line.call(caller, Duration.ofMillis(100));

        server.wire().close(1011, "agent died");
        line.pass(Duration.ofMillis(100));

        Fact.Found finding = line.facts.findings().get(0);
        assertThat(finding.code()).isEqualTo("31921");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.what()).contains("1011").contains("agent died").contains("an exception in its handler");
    }

    @Test
    void aLostConnectionIsAFault() {
        line.call(caller, Duration.ofMillis(100));

        server.wire().close(1006, "");
        line.pass(Duration.ofMillis(100));

        assertThat(line.facts.findingCodes()).containsExactly("31903");
        assertThat(line.outcome().by()).isEqualTo(EndedBy.FAULT);
        assertThat(line.outcome().failed()).isTrue();
        assertThat(line.outcome().reached()).isTrue();
    }

    @Test
    void theCallersTimeIsUp() {
        line.call(CallPlan.to(ManualLine.VOICE).lasting(Duration.ofSeconds(3)), caller, Duration.ofSeconds(4));

        assertThat(line.outcome().by()).isEqualTo(EndedBy.CALLER);
        assertThat(server.texts("\"stop\"")).hasSize(1);
        assertThat(line.facts.of(Fact.Tick.class)).hasSize(150);
    }

    @Test
    void someoneElseHangsUpAndTheFirstReasonStands() {
        line.call(caller, Duration.ofMillis(100));
        TwilioCall placed = line.placed();

        placed.hangUp(EndedBy.AGENT, "the agent ended the call");
        placed.hangUp(EndedBy.CALLER, "too late");
        line.pass(Duration.ofSeconds(1));
        placed.hangUp(EndedBy.CALLER, "much too late");
        line.pass(Duration.ofSeconds(1));

        Fact.CallEnded ended = line.facts.one(Fact.CallEnded.class);
        assertThat(ended.by()).isEqualTo(EndedBy.AGENT);
        assertThat(ended.why()).isEqualTo("the agent ended the call");
        assertThat(line.facts.last()).isEqualTo(ended);
    }

    @Test
    void aServerThatKeepsItsSocketAfterStopIsCutAndTold() {
        line.call(caller, Duration.ofMillis(100));
        line.deaf = true;

        line.placed().hangUp(EndedBy.CALLER, "bye");
        line.pass(Duration.ofMillis(4_900));
        assertThat(line.facts.of(Fact.CallEnded.class)).isEmpty();
        line.pass(Duration.ofMillis(200));

        assertThat(line.facts.findingCodes()).containsExactly("server-left-open");
        assertThat(line.facts.findings().get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(line.outcome().by()).isEqualTo(EndedBy.CALLER);
    }

    @Test
    void aLineThatStoodStillForLongEndsWithoutCatchingUp() {
        SettableClock clock = new SettableClock();
        LineLoop loop = new LineLoop(clock, () -> {});
        tickingCall(loop);
        run(loop, clock, 30);
        int before = caller.heard.size();

        clock.nowNs += LineCall.SUSPENDED_NS + 100_000_000L;
        loop.run(clock.nowNs);

        assertThat(caller.heard).hasSize(before);
        assertThat(line.facts.findingCodes()).containsExactly("suspended");
        assertThat(line.facts.one(Fact.CallEnded.class).by()).isEqualTo(EndedBy.TIMEOUT);
    }

    @Test
    void lateTicksAreCaughtUpOnTheGridAndTheRestLeavesAHole() {
        SettableClock clock = new SettableClock();
        LineLoop loop = new LineLoop(clock, () -> {});
        tickingCall(loop);
        run(loop, clock, 30);
        int before = caller.heard.size();

        clock.nowNs += 400_000_000L;
        loop.run(clock.nowNs);

        List<Fact.Tick> ticks = line.facts.of(Fact.Tick.class);
        List<Fact.Tick> burst = ticks.subList(before, ticks.size());
        assertThat(burst).hasSize(LineCall.MOST_CAUGHT_UP + 2);
        Fact.Tick first = ticks.get(0);
        assertThat(ticks)
                .allSatisfy(tick -> assertThat(tick.atNs()).isEqualTo(first.atNs() + tick.tick() * LineFrame.NS));
        assertThat(burst.get(burst.size() - 1).lateNs()).isLessThan(LineFrame.NS);
        assertThat(burst.get(1).tick() - burst.get(0).tick()).isGreaterThan(10);
    }

    /** A call that is up as soon as the loop runs. */
    private void tickingCall(LineLoop loop) {
        TwilioCall call = new TwilioCall(
                CallPlan.to(ManualLine.VOICE), caller, line.facts, loop, new ShortCircuit(loop), line.words);
        call.place(Instant.EPOCH, true);
    }

    private static void run(LineLoop loop, SettableClock clock, int ms) {
        LongStream.range(0, ms).forEach(i -> {
            clock.nowNs += 1_000_000;
            loop.run(clock.nowNs);
        });
    }
}
