package dev.sidetone.bench.simulation;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.call.CallEvent;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Fact;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Nothing is stamped with the future, ticks go forward on their grid, the bridge's events follow each other, and no duration is negative. */
final class ClockForward implements Witness {
    private final Consumer<String> broken;
    private final SimulatedCall call;
    private Fact.@Nullable Tick last;
    private @Nullable CallEvent lastEvent;
    private boolean ended;

    ClockForward(Consumer<String> broken, SimulatedCall call) {
        this.broken = broken;
        this.call = call;
    }

    @Override
    public void fact(Fact fact) {
        if (fact.atNs() > call.nowNs()) {
            broken.accept(fact + " is stamped " + (fact.atNs() - call.nowNs()) + " ns ahead of the clock");
        }
        if (ended && isOfTheLine(fact)) {
            broken.accept(fact + " follows the end of the call");
        }
        ended |= fact instanceof Fact.CallEnded;
        if (fact instanceof Fact.StreamStarted) {
            last = null;
        }
    }

    /** The bridge hears of the end later. */
    private static boolean isOfTheLine(Fact fact) {
        return fact instanceof Fact.MediaArrived
                || fact instanceof Fact.MarkArrived
                || fact instanceof Fact.MarkEchoed
                || fact instanceof Fact.ClearArrived
                || fact instanceof Fact.FrameWritten
                || fact instanceof Fact.StreamStarted
                || fact instanceof Fact.StreamEnded
                || fact instanceof Fact.KeyPressed
                || fact instanceof Fact.CallerStarted
                || fact instanceof Fact.CallerEnded;
    }

    @Override
    public void tick(Fact.Tick tick, LineFrame said, LineFrame heard) {
        Fact.Tick before = last;
        if (before != null) {
            long ticks = tick.tick() - before.tick();
            if (ticks <= 0 || tick.atNs() - before.atNs() != ticks * LineFrame.NS) {
                broken.accept("tick " + tick.tick() + " follows tick " + before.tick() + " by "
                        + (tick.atNs() - before.atNs()) + " ns");
            }
        }
        if (tick.lateNs() < 0) {
            broken.accept("tick " + tick.tick() + " ran " + -tick.lateNs() + " ns early");
        }
        last = tick;
    }

    @Override
    public void event(CallEvent event) {
        CallEvent before = lastEvent;
        if (before != null && event.atNs() < before.atNs()) {
            broken.accept(event + " follows " + before);
        }
        lastEvent = event;
    }

    @Override
    public void over(SimulatedCall over) {
        CallResult result = over.result();
        notNegative("duration", result.call().durationMs());
        notNegative("webhook", result.setup().webhookMs());
        notNegative("upgrade", result.setup().upgradeMs());
        for (CallResult.Turn turn : result.turns()) {
            notNegative("turn", turn.callerEndAtMs() - turn.callerStartAtMs());
            // A line that loses sound ends the turn before the caller does; an agent that hears late speaks of an
            // earlier pause.
            notNegative(
                    "endpointing",
                    over.isUndelayed() && !over.mayLoseTheAgent() ? turn.parts().endpointingMs() : null);
            notNegative("agent's time", turn.early() ? null : turn.parts().agentMs());
            notNegative("bridge's time", turn.parts().bridgeMs());
            notNegative("line's time", turn.parts().lineMs());
            notNegative("playout", turn.parts().playoutMs());
            notNegative("TTFA", turn.early() ? null : turn.ttfaMs());
        }
        for (CallResult.BargeIn bargeIn : result.bargeIns()) {
            notNegative("clear", bargeIn.clearMs());
            notNegative("silence", bargeIn.silenceMs());
            notNegative("discarded", bargeIn.discardedMs());
        }
    }

    private void notNegative(String what, @Nullable Double ms) {
        if (ms != null && ms < 0) {
            broken.accept("a " + what + " of " + ms + " ms");
        }
    }
}
