package dev.sidetone.simulator.voice;

import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import dev.sidetone.bridge.audio.LineFrame;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Synthesises any English text with FreeTTS's diphone voice <i>kevin</i>, which is recorded at the line's 8 kHz, so that nothing needs
 * resampling. The same text always gives the same bytes.
 *
 * <p>One per process, for any thread, one utterance at a time. Loading takes about 200 ms and an utterance 2 to 20 ms, so it never runs on
 * an event loop.
 */
public final class SpeechSynthesizer {
    private static final String NAME = "kevin";
    /** A practice agent has some fifty sentences, which are asked for by the agent and by whoever recognises it. */
    private static final int MOST_KNOWN = 200;

    private static @Nullable SpeechSynthesizer loaded;

    private final Voice voice;
    private final MemoryAudioPlayer player = new MemoryAudioPlayer();
    /** Fair: one who has fifty sentences synthesised keeps nobody waiting for longer than one of them takes. */
    private final Lock speaking = new ReentrantLock(true);

    /** What was said last, the oldest first. */
    private final Map<String, Speech> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Speech> oldest) {
            return size() > MOST_KNOWN;
        }
    };

    private SpeechSynthesizer(Voice voice) {
        this.voice = voice;
    }

    /** The process's synthesizer, with its daemon thread; whoever asks first loads the voice. */
    public static synchronized SpeechSynthesizer loaded() {
        SpeechSynthesizer ready = loaded;
        if (ready == null) {
            ready = load();
            loaded = ready;
        }
        return ready;
    }

    private static SpeechSynthesizer load() {
        Voice voice = Arrays.stream(new KevinVoiceDirectory().getVoices())
                .filter(each -> each.getName().equals(NAME))
                .findFirst()
                .orElseThrow();
        SpeechSynthesizer synthesizer = new SpeechSynthesizer(voice);
        voice.setAudioPlayer(synthesizer.player);
        voice.allocate();
        return synthesizer;
    }

    /**
     * Synthesises {@code text}; the first 10 ms of the result are audible.
     *
     * @throws IllegalArgumentException if the result has no audible part
     */
    public Speech say(String text) {
        speaking.lock();
        try {
            Speech said = known.get(text);
            if (said == null) {
                said = synthesised(text, 0);
                known.put(text, said);
            }
            return said;
        } finally {
            speaking.unlock();
        }
    }

    /** Same as {@link #say(String)} after {@code leadMs} of silence, as real voices have; synthesised anew each time. */
    public Speech say(String text, int leadMs) {
        speaking.lock();
        try {
            return synthesised(text, leadMs);
        } finally {
            speaking.unlock();
        }
    }

    private Speech synthesised(String text, int leadMs) {
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
}
