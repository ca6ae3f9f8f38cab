package dev.sidetone.ui.latency;

import dev.sidetone.simulator.timeline.CallResult;

/** The point at which the times of a call are measured. */
public enum MeasuringPoint {
    HEARD(
            "heard",
            "TTFA at the caller's ear",
            "Heard at the caller's ear, without a phone network's legs. 800 ms is a rule of thumb; 1115 and 1400 ms are Twilio's target and limit."),
    BRIDGE(
            "bridge",
            "TTFA at the bridge",
            "Taken at the bridge: Twilio's queue and the phone network come on top. 800 ms is a rule of thumb; 1115 and 1400 ms are Twilio's target and limit, for the ear.");

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
