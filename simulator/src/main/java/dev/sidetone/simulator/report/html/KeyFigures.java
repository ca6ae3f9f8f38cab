package dev.sidetone.simulator.report.html;

import dev.sidetone.simulator.report.Figures;
import dev.sidetone.simulator.report.QualityBand;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.LatencyDigest;
import dev.sidetone.simulator.timeline.RunFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The few figures of a call that a reader looks for first. */
final class KeyFigures {
    /**
     * One of them.
     *
     * @param band how good it is, or null where it is neither good nor bad
     */
    record Figure(String label, String value, @Nullable QualityBand band) {}

    private KeyFigures() {}

    static List<Figure> of(CallResult call) {
        List<Figure> figures = new ArrayList<>();
        LatencyDigest ttfa = new RunFigures(List.of(call)).ttfa();
        String place = call.call().atBridge() ? "TTFA at the bridge" : "TTFA";
        add(figures, "p50 " + place, ttfa.p50Ms(), true);
        add(figures, "p95 " + place, ttfa.p95Ms(), true);
        figures.add(
                new Figure("turns judged", ttfa.count() + " / " + call.turns().size(), null));
        LatencyDigest silence = new LatencyDigest();
        call.bargeIns().stream()
                .map(CallResult.BargeIn::silenceMs)
                .filter(Objects::nonNull)
                .forEach(silence::recordMs);
        Double silenceMs = silence.p50Ms();
        if (silenceMs != null) {
            String label = "barge-in → silence" + (silence.count() == 1 ? "" : ", p50");
            figures.add(new Figure(label, Figures.wholeMs(silenceMs), QualityBand.ofSilenceMs(silenceMs)));
        }
        if (!call.call().inRecording()) {
            add(figures, "greeting", call.greeting().firstAudibleAtMs(), false);
        }
        return figures;
    }

    private static void add(List<Figure> figures, String label, @Nullable Double ms, boolean banded) {
        if (ms != null) {
            figures.add(new Figure(label, Figures.wholeMs(ms), banded ? QualityBand.ofTtfaMs(ms) : null));
        }
    }
}
