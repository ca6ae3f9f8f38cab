package dev.sidetone.ui.latency;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Thresholds;

/** The point at which the times of a call are measured. */
public enum MeasuringPoint {
    HEARD(
            "heard",
            "TTFA at the caller's ear",
            "Heard at the caller's ear, without a phone network's legs. " + Thresholds.GOOD_TTFA_MS
                    + " ms is a rule of thumb; " + Thresholds.TARGET_TTFA_MS + " and " + Thresholds.LIMIT_TTFA_MS
                    + " ms are Twilio's target and limit."),
    BRIDGE(
            "bridge",
            "TTFA at the bridge",
            "Taken at the bridge: Twilio's queue and the phone network come on top. " + Thresholds.GOOD_TTFA_MS
                    + " ms is a rule of thumb; " + Thresholds.TARGET_TTFA_MS + " and " + Thresholds.LIMIT_TTFA_MS
                    + " ms are Twilio's target and limit, for the ear.");

    private final String word;
    private final String meaning;
    private final String remark;

    MeasuringPoint(String word, String meaning, String remark) {
        this.word = word;
        this.meaning = meaning;
        this.remark = remark;
    }

    static MeasuringPoint of(CallResult result) {
        return result.call().atBridge() ? BRIDGE : HEARD;
    }

    /** The name used in every output. */
    String word() {
        return word;
    }

    String meaning() {
        return meaning;
    }

    /** A hint for reading the figures. */
    String remark() {
        return remark;
    }
}
