package dev.sidetone.bench.simulation;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Fact;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The result counts what happened, each thing once. */
final class FiguresTrue implements Witness {
    private final Consumer<String> broken;
    private int marks;
    private int echoed;
    private int clears;
    private int keys;
    private int turns;
    private boolean speaks;
    private @Nullable Long streamNs;
    private long streamEndNs;
    private long written;

    FiguresTrue(Consumer<String> broken) {
        this.broken = broken;
    }

    @Override
    public void fact(Fact fact) {
        if (fact instanceof Fact.MarkArrived) {
            marks++;
        } else if (fact instanceof Fact.MarkEchoed) {
            echoed++;
        } else if (fact instanceof Fact.ClearArrived) {
            clears++;
        } else if (fact instanceof Fact.KeyPressed) {
            keys++;
        } else if (fact instanceof Fact.StreamStarted started) {
            streamNs = started.atNs();
            streamEndNs = Long.MAX_VALUE;
        } else if (fact instanceof Fact.StreamEnded) {
            streamEndNs = fact.atNs();
        } else if (fact instanceof Fact.CallerStarted started) {
            speaks = streamNs != null && started.startNs() >= streamNs && started.startNs() < streamEndNs;
        } else if (fact instanceof Fact.CallerEnded && speaks) {
            speaks = false;
            turns++;
        } else if (fact instanceof Fact.FrameWritten frame && !frame.oneWay()) {
            written++;
        }
    }

    @Override
    public void over(SimulatedCall call) {
        CallResult result = call.result();
        CallResult.Marks counted = Objects.requireNonNull(result.marks());
        same("marks", marks, counted.received());
        same("returned marks", echoed, counted.echoedPlayed() + counted.echoedCleared());
        same("clears", clears, Objects.requireNonNull(result.clears()));
        same("keys", keys, result.dtmf().size());
        // One in the middle of which the call ends counts if any of it was said.
        int last = speaks && result.turns().size() > turns ? 1 : 0;
        same("turns", turns + last, result.turns().size());
        same("frames sent", written, Objects.requireNonNull(result.line()).framesSent());
    }

    private void same(String what, long happened, long reported) {
        if (happened != reported) {
            broken.accept(happened + " " + what + ", and the result counts " + reported);
        }
    }
}
