package dev.sidetone.bench.accuracy;

import java.util.ArrayList;
import java.util.List;

/** A stretch of speech, in ms from the beginning of its sound. */
record SpeechStretch(double fromMs, double toMs) {
    /** A caller who goes on within a second, before any answer, has not ended his turn. */
    private static final double PAUSE_MS = 1_000;

    boolean overlaps(SpeechStretch other) {
        return fromMs < other.toMs && other.fromMs < toMs;
    }

    /** Stretches with short pauses between them taken as one. */
    static List<SpeechStretch> joined(List<SpeechStretch> parts) {
        List<SpeechStretch> joined = new ArrayList<>();
        for (SpeechStretch part : parts) {
            SpeechStretch last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && part.fromMs - last.toMs <= PAUSE_MS) {
                joined.set(joined.size() - 1, new SpeechStretch(last.fromMs, part.toMs));
            } else {
                joined.add(part);
            }
        }
        return joined;
    }
}
