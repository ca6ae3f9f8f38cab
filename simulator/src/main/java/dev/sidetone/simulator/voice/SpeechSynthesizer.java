package dev.sidetone.simulator.voice;

import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import dev.sidetone.bridge.audio.LineFrame;
import java.util.Arrays;

/**
 * A talker who says any English text: FreeTTS's diphone voice <i>kevin</i>, which is recorded at the line's own 8 kHz, so that nothing
 * needs to be resampled. The same text always sounds the same, to the bit.
 *
 * <p>For any thread, one utterance at a time; opening takes some 200 ms and an utterance 2 to 20 ms, so never on an event loop.
 */
public final class SpeechSynthesizer implements AutoCloseable {
    private static final String NAME = "kevin";

    private final Voice voice;
    private final MemoryAudioPlayer sink = new MemoryAudioPlayer();

    private SpeechSynthesizer(Voice voice) {
        this.voice = voice;
    }

    /** Loads the voice. Its one thread is a daemon and ends with {@link #close}. One at a time: the library's loading shares what it fills. */
    public static synchronized SpeechSynthesizer open() {
        Voice voice = Arrays.stream(new KevinVoiceDirectory().getVoices())
                .filter(each -> each.getName().equals(NAME))
                .findFirst()
                .orElseThrow();
        SpeechSynthesizer kevin = new SpeechSynthesizer(voice);
        voice.setAudioPlayer(kevin.sink);
        voice.allocate();
        return kevin;
    }

    /** Says {@code text}: the first 10 ms of the result are audible. */
    public Speech say(String text) {
        return say(text, 0);
    }

    /**
     * Says {@code text} after {@code leadMs} of silence, as real voices do.
     *
     * @throws IllegalArgumentException if there is nothing to be heard of it
     */
    public synchronized Speech say(String text, int leadMs) {
        boolean spoken = voice.speak(text);
        short[] samples = sink.take();
        if (!spoken || (samples.length > 0 && sink.rateHz() != LineFrame.RATE_HZ)) {
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
