package dev.sidetone.simulator.doctor;

import dev.sidetone.simulator.agent.AgentLog;
import dev.sidetone.simulator.agent.LineGrid;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Thresholds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The instrument's own error on this machine, in turns whose truth is known. Immutable.
 *
 * @param made the turns that the caller spoke
 * @param heard the turns that the agent heard
 * @param judged the turns that could be judged
 * @param errorsMs how far the reported TTFA was from the truth in each judged turn, the smallest first
 * @param line the line's own figures
 */
public record CalibrationResult(int made, int heard, int judged, List<Double> errorsMs, CallResult.Line line) {
    /** The greatest error of a judged turn on a machine that can be trusted. */
    public static final double EXACT_MS = 1.0;

    private static final double TENTHS = 10;

    public CalibrationResult {
        errorsMs = List.copyOf(errorsMs);
    }

    /** Compares a call with the agent's own log of it. */
    static CalibrationResult of(CallResult call, CallResult.Line line, List<AgentLog.Turn> log, LineGrid grid) {
        List<Double> errorsMs = new ArrayList<>();
        List<CallResult.Turn> turns = call.turns();
        int both = log.size() == turns.size() ? turns.size() : 0;
        for (int i = 0; i < both; i++) {
            CallResult.Turn turn = turns.get(i);
            Double trueMs = grid.ttfaMs(log.get(i));
            if (turn.judged() && turn.ttfaMs() != null && trueMs != null) {
                errorsMs.add(Math.abs(turn.ttfaMs() - trueMs));
            }
        }
        Collections.sort(errorsMs);
        int judged = (int) turns.stream().filter(CallResult.Turn::judged).count();
        return new CalibrationResult(turns.size(), log.size(), judged, errorsMs, line);
    }

    /** The median error, or null without a judged turn. */
    public @Nullable Double p50Ms() {
        return errorsMs.isEmpty() ? null : errorsMs.get((errorsMs.size() - 1) / 2);
    }

    /** The greatest error, or null without a judged turn. */
    public @Nullable Double maxMs() {
        return errorsMs.isEmpty() ? null : errorsMs.get(errorsMs.size() - 1);
    }

    /** Whether this machine kept time, by the rule of every call. */
    private boolean isOnTime() {
        return line.reliable() && 100L * errorsMs.size() >= (long) Thresholds.RELIABLE_PERCENT * made;
    }

    /** Whether figures that are measured on this machine can be trusted. */
    public boolean isReliable() {
        Double maxMs = maxMs();
        return maxMs != null && isOnTime() && maxMs <= EXACT_MS;
    }

    /** One sentence: what can be trusted here, or why nothing can. */
    public String verdict() {
        Double maxMs = maxMs();
        if (maxMs == null || !isOnTime()) {
            return "Figures that are measured here now cannot be trusted: " + judged + " of " + made
                    + " turns could be judged" + (heard == made ? "" : ", and the agent heard " + heard) + ".";
        }
        if (maxMs > EXACT_MS) {
            return "Figures that are measured here now cannot be trusted: TTFA was off by up to " + rounded(maxMs)
                    + " ms in turns that counted as judged.";
        }
        return "What is measured here can be trusted: TTFA is right to ±" + rounded(maxMs) + " ms; " + judged + " of "
                + made + " turns judged.";
    }

    /** The way to figures that can be trusted, or null where they can. */
    public @Nullable String cure() {
        if (isReliable()) {
            return null;
        }
        return "Close what keeps this machine busy (a build, a browser, a video call), plug in the charger or choose the"
                + " power plan for performance, and run it again; a container or a virtual machine needs two cores of"
                + " its own."
                + (isOnTime() ? " Should it stay so on an idle machine, report it with the file of --json." : "");
    }

    /** Rounded up to a tenth: the error is at most that. */
    private static double rounded(double ms) {
        return Math.max(1, Math.ceil(ms * TENTHS)) / TENTHS;
    }
}
