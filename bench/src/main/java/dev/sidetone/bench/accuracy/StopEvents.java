package dev.sidetone.bench.accuracy;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.sound.TwoChannels;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures as is done inside many a server: from the moment at which a voice activity detector announces that the caller has stopped, 500 ms of
 * silence after he did, to the arrival of the answer's first audio. Immutable.
 */
final class StopEvents {
    static final int HANGOVER_MS = 500;

    /** The ends of speech before each announcement. */
    private final List<Double> endsMs = new ArrayList<>();

    StopEvents(TwoChannels sound) {
        int to = -1;
        for (int frame = 0; frame * LineFrame.BYTES < sound.length(); frame++) {
            if (isLoud(sound, frame * LineFrame.BYTES)) {
                to = frame + 1;
            } else if (to >= 0 && (frame + 1 - to) * LineFrame.MS >= HANGOVER_MS) {
                endsMs.add(to * (double) LineFrame.MS);
                to = -1;
            }
        }
    }

    private static boolean isLoud(TwoChannels sound, int at) {
        short[] caller = new short[LineFrame.BYTES];
        for (int i = 0; i < caller.length && at + i < sound.length(); i++) {
            caller[i] = sound.left(at + i);
        }
        return SpeechEnergy.isAudible(LineFrame.ofPcm(caller).dbm0(0, LineFrame.BYTES));
    }

    /** The time from the announcement of a turn's end at {@code endMs} to the next arrival after that end; below 0 where that came first. */
    @Nullable
    Double latencyMs(double endMs, List<Double> arrivalsMs) {
        for (double heardEndMs : endsMs) {
            if (Math.abs(heardEndMs - endMs) < HANGOVER_MS) {
                return arrivalsMs.stream()
                        .filter(arrivalMs -> arrivalMs > endMs)
                        .findFirst()
                        .map(arrivalMs -> arrivalMs - heardEndMs - HANGOVER_MS)
                        .orElse(null);
            }
        }
        return null;
    }
}
