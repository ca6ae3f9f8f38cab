package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.simulator.voice.Speech;
import dev.sidetone.simulator.voice.SpeechSynthesizer;
import java.util.Arrays;
import java.util.Random;

/** What callers in tests sound like. */
final class Sounds {
    private static final Speech QUESTION = question();

    private Sounds() {}

    static byte[] silence(int ms) {
        byte[] mulaw = new byte[ms * 8];
        Arrays.fill(mulaw, Mulaw.SILENCE);
        return mulaw;
    }

    /** A tone, voiced from its first to its last window. */
    static byte[] tone(int ms) {
        return Speech.tone(ms).mulaw();
    }

    /** Even noise of {@code dbm0}, the same every time. */
    static byte[] noise(int ms, double dbm0) {
        double peak = Math.sqrt(3) * 32124 / Math.sqrt(2) * Math.pow(10, (dbm0 - 3.17) / 20);
        Random random = new Random(42);
        byte[] mulaw = new byte[ms * 8];
        for (int i = 0; i < mulaw.length; i++) {
            mulaw[i] = Mulaw.encode((short) Math.round(peak * (2 * random.nextDouble() - 1)));
        }
        return mulaw;
    }

    /** A real sentence; it ends in 100 ms of silence. */
    static byte[] sentence() {
        return QUESTION.mulaw();
    }

    private static Speech question() {
        SpeechSynthesizer kevin = SpeechSynthesizer.loaded();
        return kevin.say("Hello, do you have a table for two on Friday evening?");
    }
}
