package dev.sidetone.bench.accuracy;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.sound.TwoChannels;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures the gap between two voices as is done where a recording has one channel: both mixed, and in frames of 20 ms a segment for whatever is
 * louder than silence. A pause of less than 300 ms is one within a segment. Immutable.
 */
final class MixedEnergy {
    private static final int PAUSE_FRAMES = 300 / LineFrame.MS;

    private final List<Segment> segments = new ArrayList<>();

    private record Segment(double fromMs, double toMs) {}

    MixedEnergy(TwoChannels sound) {
        int from = -1;
        int to = 0;
        for (int frame = 0; frame * LineFrame.BYTES < sound.length(); frame++) {
            if (isLoud(sound, frame * LineFrame.BYTES)) {
                if (from >= 0 && frame - to >= PAUSE_FRAMES) {
                    add(from, to);
                    from = -1;
                }
                from = from < 0 ? frame : from;
                to = frame + 1;
            }
        }
        if (from >= 0) {
            add(from, to);
        }
    }

    private void add(int from, int to) {
        segments.add(new Segment(from * (double) LineFrame.MS, to * (double) LineFrame.MS));
    }

    private static boolean isLoud(TwoChannels sound, int at) {
        short[] mixed = new short[LineFrame.BYTES];
        for (int i = 0; i < mixed.length && at + i < sound.length(); i++) {
            mixed[i] = (short) ((sound.left(at + i) + sound.right(at + i)) / 2);
        }
        return SpeechEnergy.isAudible(LineFrame.ofPcm(mixed).dbm0(0, LineFrame.BYTES));
    }

    /** The gap behind the segment that a turn ended with at {@code endMs}; null if it ended before, or goes on into the answer at {@code answerMs}. */
    @Nullable
    Double latencyMs(double endMs, double answerMs) {
        for (int i = 0; i + 1 < segments.size(); i++) {
            Segment segment = segments.get(i);
            if (segment.fromMs < endMs && segments.get(i + 1).fromMs > endMs) {
                boolean endsThere = segment.toMs > endMs - PAUSE_FRAMES * LineFrame.MS && segment.toMs <= answerMs;
                return endsThere ? (Double) (segments.get(i + 1).fromMs - segment.toMs) : null;
            }
        }
        return null;
    }
}
