package dev.sidetone.bench.simulation;

import dev.sidetone.bench.simulation.SimulatedScenario.CallerStep;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.simulator.caller.CallerScript;
import dev.sidetone.simulator.caller.Clip;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is said in a simulated call: tones, of which each answer has one of its own, so that it is recognised where it is heard. */
final class AnswerTones {
    /** No answer. */
    static final int NONE = 0;

    private static final int CALLER_HZ = 300;
    private static final double LOUDNESS = 6_000;
    private static final int MOST_MS = 9_000;
    private static final int LOWEST_HZ = 600;
    static final int STEP_HZ = 100;
    /** One greeting and six answers. */
    private static final int OF_ONE_CALL = 7;

    private static final double PURE = 0.8;
    private static final double LOUD = 200.0 * 200.0;
    private static final Map<Integer, Clip> CLIPS = new ConcurrentHashMap<>();
    private static final short[] LINEAR = linear();

    private AnswerTones() {}

    static int greetingHz(int call) {
        return LOWEST_HZ + STEP_HZ * OF_ONE_CALL * ((call - 1) % 3);
    }

    static int answerHz(int call, int index) {
        return greetingHz(call) + STEP_HZ * (1 + index % (OF_ONE_CALL - 1));
    }

    static void add(CallerStep step, CallerScript script) {
        switch (step.kind()) {
            case HEAR -> script.hear(step.ms());
            case INTO -> script.hearFor(step.ms(), MOST_MS);
            case QUIET -> script.quiet(step.ms(), MOST_MS);
            case SAY -> script.say(CLIPS.computeIfAbsent(step.ms(), AnswerTones::clip));
            case PRESS -> script.press(step.ms() > 9 ? '#' : (char) ('0' + step.ms()));
            case PAUSE -> script.pause(step.ms());
            case HANG_UP -> script.hangUp();
        }
    }

    private static Clip clip(int ms) {
        short[] samples = new short[ms / LineFrame.MS * LineFrame.BYTES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (LOUDNESS * Math.sin(2 * Math.PI * CALLER_HZ * i / LineFrame.RATE_HZ));
        }
        return Clip.of("a turn", samples, 0, samples.length);
    }

    /** The pitch of the answer that fills {@code frame}, or {@link #NONE} where it is silent, something else, or two of them. */
    static int pitch(LineFrame frame) {
        byte[] mulaw = frame.mulaw();
        int crossings = 0;
        double energy = 0;
        int before = 0;
        for (byte code : mulaw) {
            int sample = LINEAR[code & 0xff];
            energy += (double) sample * sample;
            if (sample < 0 != before < 0) {
                crossings++;
            }
            before = sample;
        }
        if (energy < LOUD * mulaw.length) {
            return NONE;
        }
        double hz = crossings * LineFrame.RATE_HZ / (2.0 * mulaw.length);
        int guess = (int) Math.round((hz - LOWEST_HZ) / STEP_HZ) * STEP_HZ + LOWEST_HZ;
        return guess >= LOWEST_HZ && purity(mulaw, guess, energy) > PURE ? guess : NONE;
    }

    /** The share of {@code hz} in the sound, by Goertzel's algorithm. */
    private static double purity(byte[] mulaw, int hz, double energy) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hz / LineFrame.RATE_HZ);
        double last = 0;
        double previous = 0;
        for (byte code : mulaw) {
            double next = LINEAR[code & 0xff] + coefficient * last - previous;
            previous = last;
            last = next;
        }
        double power = last * last + previous * previous - coefficient * last * previous;
        return 2 * power / (mulaw.length * energy);
    }

    private static short[] linear() {
        short[] all = new short[256];
        byte[] codes = new byte[256];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) i;
        }
        Mulaw.decode(codes, all);
        return all;
    }
}
