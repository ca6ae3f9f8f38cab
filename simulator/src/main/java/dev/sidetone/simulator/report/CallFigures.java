package dev.sidetone.simulator.report;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.LatencyDigest;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call in its few figures, to lay beside another's. What was not measured is null.
 *
 * @param atBridge whether they are the bridge's and not the ear's
 * @param ttfaP50Ms the median of the judged turns
 * @param turns how many those are
 * @param silenceMs the longest that a barge-in took to silence
 * @param greetingMs when the greeting was heard, or sent
 * @param playoutP50Ms what marks tell of the way behind the bridge: the wait at Twilio and a mark's way back
 */
public record CallFigures(
        boolean atBridge,
        @Nullable Double ttfaP50Ms,
        int turns,
        @Nullable Double silenceMs,
        @Nullable Double greetingMs,
        @Nullable Double playoutP50Ms) {

    /** A call's own, so far or for good. */
    public static CallFigures of(CallResult result) {
        List<Double> ttfaMs = result.turns().stream()
                .filter(Turn::judged)
                .map(Turn::ttfaMs)
                .filter(Objects::nonNull)
                .toList();
        List<Double> playoutMs = result.played().stream()
                .map(CallResult.Played::playoutMs)
                .filter(Objects::nonNull)
                .toList();
        Double silenceMs = result.bargeIns().stream()
                .map(BargeIn::silenceMs)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new CallFigures(
                result.call().atBridge(),
                median(ttfaMs),
                ttfaMs.size(),
                silenceMs,
                result.greeting().firstAudibleAtMs(),
                median(playoutMs));
    }

    private static @Nullable Double median(List<Double> ms) {
        LatencyDigest digest = new LatencyDigest();
        ms.forEach(digest::recordMs);
        return digest.p50Ms();
    }
}
