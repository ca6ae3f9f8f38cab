package dev.sidetone.simulator.report;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.RunFigures;
import org.jspecify.annotations.Nullable;

/** Formats in one line how far figures can be trusted: the turns that could be judged, and the instrument's own lateness. Stateless. */
final class JudgedLine {
    private JudgedLine() {}

    /** As in {@code 19 of 20 turns · lateness p50 0.1 ms, p99 0.9 ms, at most 2.1 ms}. */
    static String of(RunFigures turns) {
        return of(
                turns,
                turns.lateness().p50Ms(),
                turns.lateness().p99Ms(),
                turns.lateness().maxMs());
    }

    /** The same of one call, which may have been read from a file; at the bridge the frames are Twilio's. */
    static String of(CallResult call, RunFigures turns) {
        CallResult.Line line = call.line();
        return line == null || call.call().atBridge()
                ? of(turns, null, null, null)
                : of(turns, line.latenessP50Ms(), line.latenessP99Ms(), line.latenessMaxMs());
    }

    private static String of(RunFigures turns, @Nullable Double p50Ms, @Nullable Double p99Ms, @Nullable Double maxMs) {
        String text = turns.judged() + " of " + Figures.count(turns.turns(), "turn");
        if (p50Ms == null) {
            return text;
        }
        String most = maxMs == null ? "" : ", at most " + Figures.ms(maxMs);
        return text + " · lateness p50 " + Figures.ms(p50Ms) + ", p99 " + Figures.ms(p99Ms) + most;
    }
}
