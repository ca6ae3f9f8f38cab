package dev.sidetone.bench.accuracy;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.agent.AgentLog;
import dev.sidetone.simulator.agent.LineGrid;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One time that a caller spoke over an answer: the errors, in ms, of what was reported and scored; null where there is nothing of it.
 *
 * @param plan the call in which it was
 * @param judged whether the line itself kept time
 * @param yielded whether the report says so, as it was
 * @param silence of the time to silence
 * @param discarded of the audio thrown away
 * @param scoredSilence of the time to silence in the recording
 */
record MeasuredBargeIn(
        PlannedCall plan,
        boolean judged,
        boolean yielded,
        @Nullable Double silence,
        @Nullable Double discarded,
        @Nullable Double scoredSilence) {
    private static final double SAME_MS = 300;

    /** What the agent's log says of an answer that was spoken over, carried to the ear. */
    private record Truth(long onsetNs, double silenceMs, double discardedMs) {
        long silentNs() {
            return onsetNs + Math.round(silenceMs * 1e6);
        }
    }

    /** All of a call. */
    static List<MeasuredBargeIn> of(MeasuredCall call, CallResult scored) {
        List<MeasuredBargeIn> bargeIns = new ArrayList<>();
        for (AgentLog.Onset onset : call.log().onsets()) {
            Truth truth = truth(onset, call.log().spoken(), call.grid());
            if (truth != null) {
                BargeIn reported = at(call.reported(), (truth.onsetNs - call.streamNs()) / 1e6);
                BargeIn heard = at(scored, (truth.onsetNs - call.recordingNs()) / 1e6);
                bargeIns.add(new MeasuredBargeIn(
                        call.plan(),
                        call.keptTime(truth.onsetNs, truth.silentNs()),
                        reported != null && Boolean.TRUE.equals(reported.yielded()),
                        error(reported == null ? null : reported.silenceMs(), truth.silenceMs),
                        discarded(call.plan(), reported, truth),
                        error(heard == null ? null : heard.silenceMs(), truth.silenceMs)));
            }
        }
        return bargeIns;
    }

    /** The answer falls silent with the tick after the agent reported the onset; what it had sent and was not heard by then is thrown away. */
    private static @Nullable Truth truth(AgentLog.Onset onset, List<AgentLog.Spoken> spoken, LineGrid grid) {
        long onsetNs = grid.saidFromNs(onset.onsetAtNs()) + PlannedCall.onsetInFrame() * LineFrame.SAMPLE_NS;
        long silentNs = grid.heardNs(onset.startedAtNs());
        Truth truth = null;
        for (AgentLog.Spoken answer : spoken) {
            Long firstNs = answer.firstDeltaAtNs();
            if (firstNs != null && grid.heardNs(firstNs) < onsetNs) {
                double heardMs = (silentNs - grid.heardNs(firstNs)) / 1e6;
                double lostMs = answer.sentMs() - heardMs;
                truth = lostMs > 0 ? new Truth(onsetNs, (silentNs - onsetNs) / 1e6, lostMs) : null;
            }
        }
        return truth;
    }

    private static @Nullable BargeIn at(CallResult result, double onsetMs) {
        return result.bargeIns().stream()
                .filter(each -> Math.abs(each.onsetAtMs() - onsetMs) < SAME_MS)
                .findFirst()
                .orElse(null);
    }

    /** A track is at the ear already: nothing of it waits, and nothing is thrown away. */
    private static @Nullable Double discarded(PlannedCall plan, @Nullable BargeIn reported, Truth truth) {
        Double discardedMs = reported == null ? null : reported.discardedMs();
        if (reported == null || !plan.isTrack()) {
            return error(discardedMs, truth.discardedMs);
        }
        return error(discardedMs == null ? Double.valueOf(0) : discardedMs, 0);
    }

    private static @Nullable Double error(@Nullable Double measuredMs, double trueMs) {
        return measuredMs == null ? null : (Double) (Objects.requireNonNull(measuredMs) - trueMs);
    }
}
