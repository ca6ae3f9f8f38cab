package dev.sidetone.simulator.voice;

import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import dev.sidetone.bridge.audio.LineFrame;
import java.util.Arrays;

/**
 * Synthesises any English text with FreeTTS's diphone voice <i>kevin</i>, which is recorded at the line's 8 kHz, so that nothing needs
 * resampling. The same text always gives the same bytes.
 *
 * <p>For any thread, one utterance at a time. Opening takes about 200 ms and an utterance 2 to 20 ms, so it never runs on an event loop.
 */
public final class SpeechSynthesizer implements AutoCloseable {
    private static final String NAME = "kevin";

    private final Voice voice;
    private final MemoryAudioPlayer player = new MemoryAudioPlayer();

    private SpeechSynthesizer(Voice voice) {
        this.voice = voice;
    }

    /** Loads the voice. Its daemon thread ends with {@link #close}. Synchronised, because the library's loading shares static state. */
    public static synchronized SpeechSynthesizer open() {
        Voice voice = Arrays.stream(new KevinVoiceDirectory().getVoices())
                .filter(each -> each.getName().equals(NAME))
                .findFirst()
                .orElseThrow();
        SpeechSynthesizer synthesizer = new SpeechSynthesizer(voice);
        voice.setAudioPlayer(synthesizer.player);
        voice.allocate();
        return synthesizer;
    }

    /** Synthesises {@code text}; the first 10 ms of the result are audible. */
    public Speech say(String text) {
        return say(text, 0);
    }

    /**
     * Synthesises {@code text} after {@code leadMs} of silence, as real voices have.
     *
     * @throws IllegalArgumentException if the result has no audible part
     */
    public synchronized Speech say(String text, int leadMs) {
        boolean spoken = voice.speak(text);
        short[] samples = player.take();
        if (!spoken || (samples.length > 0 && player.rateHz() != LineFrame.RATE_HZ)) {
            throw new IllegalStateException("the voice cannot say \"" + text + "\"");
        }
        try {
            return Speech.of(text, LevelNormalizer.onTheLine(samples, leadMs));
        } catch (IllegalArgumentException silent) {
            throw new IllegalArgumentException("there is nothing to be heard of \"" + text + "\"", silent);
        }
    }

    @Override
    public synchronized void close() {
        voice.deallocate();
    }
}
