package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.fixtures.Voices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sounds that are known before they are heard, so that their speed when heard shows a wrong sample rate. Immutable, for any thread. */
public final class KnownSounds {
    /** Nothing is known. */
    public static final KnownSounds NONE = new KnownSounds(List.of());

    private static final double[] SPEEDS = {1, 1 / 2.0, 1 / 3.0, 2, 3};
    private static final int FEWEST_WINDOWS = 50;
    private static final int FEWEST_KNOWN_WINDOWS = 30;
    private static final double ALIKE_IN_LEVELS = 0.7;
    private static final double ALIKE_IN_SAMPLES = 0.6;
    private static final int MOST_PROOFS = 6;

    private final List<KnownSound> sounds;

    private KnownSounds(List<KnownSound> sounds) {
        this.sounds = List.copyOf(sounds);
    }

    /** The callers' voices that come with Sidetone. */
    public static KnownSounds voices() {
        return OfVoices.ALL;
    }

    /** These and those as well, in mu-law as they go over the line. */
    public KnownSounds and(List<byte[]> others) {
        List<KnownSound> all = new ArrayList<>(sounds);
        others.forEach(mulaw -> all.add(KnownSound.of(mulaw)));
        return new KnownSounds(all);
    }

    /** At how many times its own speed a known sound is heard, or null when {@code heard} begins like none of them. */
    @Nullable
    Double speedOf(KnownSound heard) {
        List<Guess> guesses = sounds.stream()
                .flatMap(known -> guesses(heard, known))
                .sorted(Comparator.comparingDouble(Guess::likeness).reversed())
                .limit(MOST_PROOFS)
                .toList();
        Guess best = null;
        double likeness = ALIKE_IN_SAMPLES;
        for (Guess guess : guesses) {
            double proof = Similarity.ofSamples(heard, guess.known, guess.speed, guess.windows);
            if (proof >= likeness) {
                best = guess;
                likeness = proof;
            }
        }
        return best == null ? null : (Double) best.speed;
    }

    private record Guess(KnownSound known, double speed, int windows, double likeness) {}

    private static Stream<Guess> guesses(KnownSound heard, KnownSound known) {
        List<Guess> guesses = new ArrayList<>();
        for (double speed : SPEEDS) {
            int windows = Math.min(heard.windows(), known.windowsAt(speed));
            if (windows >= FEWEST_WINDOWS && windows * speed >= FEWEST_KNOWN_WINDOWS) {
                double likeness = Similarity.ofLevels(heard, known, speed, windows);
                if (likeness >= ALIKE_IN_LEVELS) {
                    guesses.add(new Guess(known, speed, windows, likeness));
                }
            }
        }
        return guesses.stream();
    }

    /** Opened when they are first asked for. */
    private static final class OfVoices {
        static final KnownSounds ALL = NONE.and(Voices.names().stream()
                .map(name -> {
                    short[] samples = Voices.open(name).samples();
                    byte[] mulaw = new byte[samples.length];
                    Mulaw.encode(samples, mulaw);
                    return mulaw;
                })
                .toList());
    }
}
