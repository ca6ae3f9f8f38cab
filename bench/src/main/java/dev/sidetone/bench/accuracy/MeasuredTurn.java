package dev.sidetone.bench.accuracy;

import dev.sidetone.simulator.agent.AgentLog;
import dev.sidetone.simulator.sound.TwoChannels;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One turn of a caller: its true time to first audio in ms, and the errors of those who measured it, null where one measured none.
 *
 * @param plan the call in which it was spoken
 * @param trueMs from the caller's last voiced sample to the first of the answer at the ear
 * @param judged whether the line itself kept time
 * @param reported in the result of the call
 * @param scored from the recording, by {@code sidetone score}
 * @param mixed from both voices mixed, by {@link MixedEnergy}
 * @param stopped from the end that a detector announces to the first audio that arrives, by {@link StopEvents}
 */
record MeasuredTurn(
        PlannedCall plan,
        double trueMs,
        boolean judged,
        @Nullable Double reported,
        @Nullable Double scored,
        @Nullable Double mixed,
        @Nullable Double stopped) {
    /** Two ends of speech that lie no further apart are of one turn. */
    private static final double SAME_MS = 300;

    /** All turns of a call that the agent answered, as it logged them. */
    static List<MeasuredTurn> of(MeasuredCall call, TwoChannels sound, CallResult scored) {
        MixedEnergy mixed = new MixedEnergy(sound);
        StopEvents stops = new StopEvents(sound);
        List<Double> arrivalsMs = call.arrivalsNs().stream()
                .map(ns -> (ns - call.recordingNs()) / 1e6)
                .toList();
        List<MeasuredTurn> turns = new ArrayList<>();
        for (AgentLog.Turn turn : call.log().turns()) {
            Double trueMs = call.grid().ttfaMs(turn);
            if (trueMs == null) {
                continue;
            }
            long endNs = call.grid().callerEndNs(turn);
            double endMs = (endNs - call.recordingNs()) / 1e6;
            Turn reported = at(call.reported().turns(), (endNs - call.streamNs()) / 1e6);
            Turn heard = at(scored.turns(), endMs);
            turns.add(new MeasuredTurn(
                    call.plan(),
                    trueMs,
                    reported != null && reported.judged() && reported.ttfaMs() != null,
                    error(reported == null ? null : reported.ttfaMs(), trueMs),
                    error(heard == null ? null : heard.ttfaMs(), trueMs),
                    error(mixed.latencyMs(endMs, endMs + trueMs), trueMs),
                    error(stops.latencyMs(endMs, arrivalsMs), trueMs)));
        }
        return turns;
    }

    private static @Nullable Turn at(List<Turn> turns, double endMs) {
        return turns.stream()
                .filter(turn -> Math.abs(turn.callerEndAtMs() - endMs) < SAME_MS)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Double error(@Nullable Double measuredMs, double trueMs) {
        return measuredMs == null ? null : (Double) (Objects.requireNonNull(measuredMs) - trueMs);
    }
}
