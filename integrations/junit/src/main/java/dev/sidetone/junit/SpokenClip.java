package dev.sidetone.junit;

import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.simulator.caller.Clip;
import dev.sidetone.simulator.sound.SoundReader;
import dev.sidetone.simulator.voice.SpeechSynthesizer;
import java.nio.file.Path;

/** Makes what a caller says: words by the built-in voice, or a recording. Stateless. */
final class SpokenClip {
    private SpokenClip() {}

    /** English words, by the built-in voice; the same words are the same sound. */
    static Clip ofWords(String words) {
        try {
            byte[] mulaw = SpeechSynthesizer.loaded().say(words).mulaw();
            short[] samples = new short[mulaw.length];
            Mulaw.decode(mulaw, samples);
            return Clip.of("\"" + words + "\"", samples);
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException(e.getMessage() + ": write English words, or play a recording", e);
        }
    }

    /** The sound of {@code file}, whose kind shows in its content. */
    static Clip ofFile(Path file) {
        return Clip.of(file.toString(), SoundReader.read(file));
    }
}
