package dev.sidetone.bench.accuracy;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.fixtures.Voice;
import dev.sidetone.fixtures.Voices;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * All voices of the fixtures one after the other, as long apart as answers take, with noise behind them from the first sample to the last. Made
 * anew, and alike, from a seed.
 *
 * @param samples 8 kHz, as they come over the line
 * @param spoken the true edges of each voice
 */
@SuppressWarnings("ArrayRecordComponent") // made, listened to and dropped
record NoisyCaller(short[] samples, List<SpeechStretch> spoken) {
    private static final int SAMPLES_PER_MS = LineFrame.RATE_HZ / 1000;
    private static final int SHORTEST_GAP_MS = 2_000;
    private static final int LONGEST_GAP_MS = 3_500;

    NoisyCaller {
        spoken = List.copyOf(spoken);
    }

    /** @param snrDb how far the noise lies below the voices while they speak */
    static NoisyCaller of(NoiseKind kind, double snrDb, long seed) {
        Random random = new Random(seed);
        List<String> names = new ArrayList<>(Voices.names());
        Collections.shuffle(names, random);
        List<Voice> voices = names.stream().map(Voices::open).toList();
        List<Integer> begins = new ArrayList<>();
        int length = gap(random);
        for (Voice voice : voices) {
            begins.add(length);
            length += voice.samples().length + gap(random);
        }
        double[] sound = kind.noise(length, random);
        scale(sound, Math.sqrt(meanSpokenPower(voices)) * Math.pow(10, -snrDb / 20));
        List<SpeechStretch> spoken = new ArrayList<>();
        for (int i = 0; i < voices.size(); i++) {
            add(voices.get(i).samples(), sound, begins.get(i));
            spoken.add(new SpeechStretch(
                    (double) (begins.get(i) + voices.get(i).speechStart()) / SAMPLES_PER_MS,
                    (double) (begins.get(i) + voices.get(i).speechEnd()) / SAMPLES_PER_MS));
        }
        return new NoisyCaller(overTheLine(sound), spoken);
    }

    private static int gap(Random random) {
        return random.nextInt(SHORTEST_GAP_MS, LONGEST_GAP_MS) * SAMPLES_PER_MS;
    }

    private static void scale(double[] sound, double factor) {
        for (int i = 0; i < sound.length; i++) {
            sound[i] *= factor;
        }
    }

    private static void add(short[] voice, double[] sound, int at) {
        for (int i = 0; i < voice.length; i++) {
            sound[at + i] += voice[i];
        }
    }

    /** Over the 10 ms in which they are heard, without their pauses. */
    private static double meanSpokenPower(List<Voice> voices) {
        double sum = 0;
        long count = 0;
        for (Voice voice : voices) {
            byte[] line = new byte[voice.samples().length];
            Mulaw.encode(voice.samples(), line);
            for (int at = 0; at + SpeechEnergy.WINDOW <= line.length; at += SpeechEnergy.WINDOW) {
                if (SpeechEnergy.isAudible(SpeechEnergy.dbm0(line, at, SpeechEnergy.WINDOW))) {
                    for (int i = at; i < at + SpeechEnergy.WINDOW; i++) {
                        sum += (double) voice.samples()[i] * voice.samples()[i];
                        count++;
                    }
                }
            }
        }
        return sum / count;
    }

    private static short[] overTheLine(double[] sound) {
        short[] samples = new short[sound.length];
        for (int i = 0; i < sound.length; i++) {
            long rounded = Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sound[i])));
            samples[i] = Mulaw.decode(Mulaw.encode((short) rounded));
        }
        return samples;
    }
}
