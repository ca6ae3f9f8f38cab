package dev.sidetone.simulator.report;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.Played;
import dev.sidetone.simulator.timeline.LatencyDigest;

/** Formats what a call that is measured at the bridge knows of Twilio's end, in a line each. Stateless. */
final class MarksLine {
    private MarksLine() {}

    /** The marks that came back behind each answer. */
    static String of(CallResult result) {
        LatencyDigest playout = new LatencyDigest();
        long begun = 0;
        for (Played played : result.played()) {
            begun += played.firstAtMs() == null ? 0 : 1;
            if (played.playoutMs() != null) {
                playout.recordMs(played.playoutMs());
            }
        }
        String text = "Twilio text the start of " + begun + " of "
                + Figures.count(result.played().size(), "answer");
        return playout.count() == 0
                ? text
                : text + " · p50 " + Figures.wholeMs(playout.p50Ms()) + " for its playout and a mark's way back";
    }

    /** The way in which the stream arrived. */
    static String stream(CallResult.Line line) {
        String late = line.latenessP50Ms() == null
                ? ""
                : " · late by p50 " + Figures.ms(line.latenessP50Ms()) + ", p99 " + Figures.ms(line.latenessP99Ms());
        return Figures.count(line.framesSent(), "frame") + " came" + late;
    }
}
