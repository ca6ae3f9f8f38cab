package dev.sidetone.ui.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.CallOutline;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.Fact;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The annotations in the picture of a call: the turns and barge-ins of its result, its words, clears and marks. Immutable. */
record CallAnnotations(
        CallResult result,
        List<ClearAnnotation> clears,
        List<MarkAnnotation> marks,
        List<CallWords.WordsAnnotation> words) {
    private static final double SAME_MS = 0.5;

    /**
     * A clear: the server discarded the queued audio.
     *
     * @param silentAtMs the time at which the agent fell silent
     * @param ofBargeIn true if it answers a barge-in, whose label then includes it
     */
    record ClearAnnotation(double atMs, double silentAtMs, double discardedMs, boolean ofBargeIn) {}

    /** A mark that returned to the server: {@code heard} if playout reached it, otherwise by a clear. */
    record MarkAnnotation(double atMs, String name, boolean heard) {}

    static CallAnnotations of(CallResult result, CallOutline sketch, CallOutline.Zero zero) {
        NavigableMap<Double, BargeIn> bargeIns = byClear(result);
        List<ClearAnnotation> clears = sketch.clears().facts().stream()
                .map(clear -> clear(clear, bargeIns, zero))
                .toList();
        List<Double> clearedAtMs = clears.stream().map(ClearAnnotation::atMs).toList();
        return new CallAnnotations(
                result,
                clears,
                sketch.marks().facts().stream()
                        .map(mark -> new MarkAnnotation(zero.atMs(mark.atNs()), mark.name(), mark.heard()))
                        .toList(),
                CallWords.of(result, sketch, zero, clearedAtMs));
    }

    private static ClearAnnotation clear(
            Fact.ClearArrived clear, NavigableMap<Double, BargeIn> bargeIns, CallOutline.Zero zero) {
        double atMs = zero.atMs(clear.atNs());
        double discardedMs = clear.discardedBytes() * 1000.0 / LineFrame.RATE_HZ;
        Map.Entry<Double, BargeIn> entry = bargeIns.ceilingEntry(atMs - SAME_MS);
        if (entry == null || entry.getKey() > atMs + SAME_MS) {
            return new ClearAnnotation(atMs, atMs, discardedMs, false);
        }
        BargeIn bargeIn = entry.getValue();
        Double silenceMs = bargeIn.silenceMs();
        double silentAtMs = silenceMs == null ? atMs : Math.max(atMs, bargeIn.onsetAtMs() + silenceMs);
        return new ClearAnnotation(atMs, silentAtMs, discardedMs, true);
    }

    /** Indexes the barge-ins by the time of their clear: a long call has many. */
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

    /** Whether words of one side are known. */
    boolean hasWords(boolean caller) {
        return words.stream().anyMatch(one -> one.caller() == caller);
    }

    /** Returns whether the picture of {@code other} looks the same. */
    boolean looksLike(CallAnnotations other) {
        return clears.equals(other.clears)
                && marks.equals(other.marks)
                && words.equals(other.words)
                && result.greeting().equals(other.result.greeting())
                && result.turns().equals(other.result.turns())
                && result.bargeIns().equals(other.result.bargeIns())
                && result.dtmf().equals(other.result.dtmf())
                && result.call().equals(other.result.call());
    }
}
