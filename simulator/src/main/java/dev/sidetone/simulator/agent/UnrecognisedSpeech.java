package dev.sidetone.simulator.agent;

import java.util.Locale;

/** The transcript of an agent that recognises no speech: that there was some, and how long. Stateless, for any thread. */
public final class UnrecognisedSpeech {
    private UnrecognisedSpeech() {}

    public static String words(long spokenMs) {
        return firstWords(spokenMs) + " of speech)";
    }

    /** The beginning of {@link #words}, as while they are still being understood. */
    public static String firstWords(long spokenMs) {
        return String.format(Locale.ROOT, "(%.1f s", spokenMs / 1000.0);
    }
}
