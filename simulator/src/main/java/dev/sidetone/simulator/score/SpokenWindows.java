package dev.sidetone.simulator.score;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** One channel in windows of 10 ms: when somebody speaks on it, and whether it is ever quite silent. Immutable. */
final class SpokenWindows {
    static final int WINDOWS_PER_S = 100;
    /** A pause that does not end an utterance, in windows. */
    private static final int PAUSE = 30;
    /** Less sound than that is no utterance, in windows. */
    private static final int LEAST = 6;

    private final List<Utterance> utterances;
    private final double silentShare;

    /** Somebody spoke from window {@code from} to window {@code to}, that one not included. */
    record Utterance(int from, int to) {}

    private SpokenWindows(List<Utterance> utterances, double silentShare) {
        this.utterances = List.copyOf(utterances);
        this.silentShare = silentShare;
    }

    /** @param frame gives each of the {@code frames}, which have two windows */
    static SpokenWindows of(int frames, IntFunction<LineFrame> frame) {
        List<Utterance> utterances = new ArrayList<>();
        int quiet = 0;
        int silent = 0;
        int from = -1;
        int to = 0;
        LineFrame now = LineFrame.SILENCE;
        for (int i = 0; i < 2 * frames; i++) {
            now = i % 2 == 0 ? frame.apply(i / 2) : now;
            float level = now.dbm0(i % 2);
            if (SpeechEnergy.isAudible(level)) {
                if (from < 0 || i - to > PAUSE) {
                    add(utterances, from, to);
                    from = i;
                }
                to = i + 1;
            } else {
                quiet++;
                silent += level == SpeechEnergy.FLOOR_DBM0 ? 1 : 0;
            }
        }
        add(utterances, from, to);
        return new SpokenWindows(utterances, quiet == 0 ? 0 : (double) silent / quiet);
    }

    private static void add(List<Utterance> utterances, int from, int to) {
        if (from >= 0 && to - from >= LEAST) {
            utterances.add(new Utterance(from, to));
        }
    }

    List<Utterance> utterances() {
        return utterances;
    }

    /** The share of the quiet windows that hold exact silence, as a synthesised voice's pauses do and a microphone's do not. */
    double silentShare() {
        return silentShare;
    }

    /** The number of times that this channel begins to speak over {@code other}, which then stops within two seconds, and goes on. */
    int timesItStops(SpokenWindows other) {
        int times = 0;
        for (Utterance onset : utterances) {
            for (Utterance cut : other.utterances) {
                boolean over = cut.from() + PAUSE <= onset.from() && onset.from() < cut.to();
                boolean stops = cut.to() - onset.from() <= 2 * WINDOWS_PER_S && onset.to() - cut.to() >= PAUSE;
                times += over && stops ? 1 : 0;
            }
        }
        return times;
    }
}
