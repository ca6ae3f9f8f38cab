package dev.sidetone.ui.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallSketch;
import dev.sidetone.simulator.timeline.Fact;
import java.util.List;

/** What is marked in the picture of a call: its numbers, and the clears and marks that they only count. Immutable. */
record CallSigns(CallResult result, List<Clear> clears, List<Mark> marks) {
    private static final double SAME_MS = 0.5;

    /**
     * The server threw away what was queued.
     *
     * @param ofBargeIn whether the caller had spoken up, in which case the barge-in tells about it
     */
    record Clear(double atMs, double discardedMs, boolean ofBargeIn) {}

    /** A mark went back to the server, because it was reached ({@code heard}) or because a clear returned it. */
    record Mark(double atMs, String name, boolean heard) {}

    static CallSigns of(CallResult result, CallSketch sketch, CallSketch.Zero zero) {
        return new CallSigns(
                result,
                sketch.clears().facts().stream()
                        .map(clear -> clear(clear, result, zero))
                        .toList(),
                sketch.marks().facts().stream()
                        .map(mark -> new Mark(zero.atMs(mark.atNs()), mark.name(), mark.heard()))
                        .toList());
    }

    private static Clear clear(Fact.ClearArrived clear, CallResult result, CallSketch.Zero zero) {
        double atMs = zero.atMs(clear.atNs());
        double discardedMs = clear.discardedBytes() * 1000.0 / LineFrame.RATE_HZ;
        return new Clear(atMs, discardedMs, result.bargeIns().stream().anyMatch(bargeIn -> isOf(bargeIn, atMs)));
    }

    private static boolean isOf(BargeIn bargeIn, double clearAtMs) {
        Double clearMs = bargeIn.clearMs();
        return clearMs != null && Math.abs(bargeIn.onsetAtMs() + clearMs - clearAtMs) < SAME_MS;
    }

    /** Whether a picture of {@code other} would look the same. */
    boolean showsTheSameAs(CallSigns other) {
        return clears.equals(other.clears)
                && marks.equals(other.marks)
                && result.greeting().equals(other.result.greeting())
                && result.turns().equals(other.result.turns())
                && result.bargeIns().equals(other.result.bargeIns())
                && result.dtmf().equals(other.result.dtmf())
                && result.call().equals(other.result.call());
    }
}
