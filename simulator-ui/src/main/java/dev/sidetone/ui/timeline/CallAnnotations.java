package dev.sidetone.ui.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallSketch;
import dev.sidetone.simulator.timeline.Fact;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What is marked in the picture of a call: its numbers, and the clears and marks that they only count. Immutable. */
record CallAnnotations(CallResult result, List<Clear> clears, List<Mark> marks) {
    private static final double SAME_MS = 0.5;

    /**
     * The server threw away what was queued.
     *
     * @param silentAtMs when the agent was heard no more
     * @param ofBargeIn whether the caller had spoken up, in which case the barge-in tells about it
     */
    record Clear(double atMs, double silentAtMs, double discardedMs, boolean ofBargeIn) {}

    /** A mark went back to the server, because it was reached ({@code heard}) or because a clear returned it. */
    record Mark(double atMs, String name, boolean heard) {}

    static CallAnnotations of(CallResult result, CallSketch sketch, CallSketch.Zero zero) {
        NavigableMap<Double, BargeIn> bargeIns = byClear(result);
        return new CallAnnotations(
                result,
                sketch.clears().facts().stream()
                        .map(clear -> clear(clear, bargeIns, zero))
                        .toList(),
                sketch.marks().facts().stream()
                        .map(mark -> new Mark(zero.atMs(mark.atNs()), mark.name(), mark.heard()))
                        .toList());
    }

    private static Clear clear(Fact.ClearArrived clear, NavigableMap<Double, BargeIn> bargeIns, CallSketch.Zero zero) {
        double atMs = zero.atMs(clear.atNs());
        double discardedMs = clear.discardedBytes() * 1000.0 / LineFrame.RATE_HZ;
        Map.Entry<Double, BargeIn> entry = bargeIns.ceilingEntry(atMs - SAME_MS);
        if (entry == null || entry.getKey() > atMs + SAME_MS) {
            return new Clear(atMs, atMs, discardedMs, false);
        }
        BargeIn bargeIn = entry.getValue();
        Double silenceMs = bargeIn.silenceMs();
        double silentAtMs = silenceMs == null ? atMs : Math.max(atMs, bargeIn.onsetAtMs() + silenceMs);
        return new Clear(atMs, silentAtMs, discardedMs, true);
    }

    /** A picture's clears need their barge-ins at hand, which in a long call are many. */
    private static NavigableMap<Double, BargeIn> byClear(CallResult result) {
        NavigableMap<Double, BargeIn> bargeIns = new TreeMap<>();
        for (BargeIn bargeIn : result.bargeIns()) {
            Double clearMs = bargeIn.clearMs();
            if (clearMs != null) {
                bargeIns.put(bargeIn.onsetAtMs() + clearMs, bargeIn);
            }
        }
        return bargeIns;
    }

    /** Whether a picture of {@code other} would look the same. */
    boolean showsTheSameAs(CallAnnotations other) {
        return clears.equals(other.clears)
                && marks.equals(other.marks)
                && result.greeting().equals(other.result.greeting())
                && result.turns().equals(other.result.turns())
                && result.bargeIns().equals(other.result.bargeIns())
                && result.dtmf().equals(other.result.dtmf())
                && result.call().equals(other.result.call());
    }
}
