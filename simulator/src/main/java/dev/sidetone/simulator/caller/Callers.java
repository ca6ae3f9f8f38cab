package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.fixtures.ProbeKind;
import dev.sidetone.fixtures.Voice;
import dev.sidetone.fixtures.Voices;
import dev.sidetone.simulator.voice.SpeechSynthesizer;
import java.util.List;
import java.util.Set;

/** Creates the callers that need no microphone. */
public final class Callers {
    /** The longest wait for the agent to begin its answer. */
    private static final int ANSWER_MS = 10_000;

    private static final int LONGEST_ANSWER_MS = 30_000;
    private static final int GREETING_MS = 3_000;
    private static final int GAP_MS = 700;
    private static final int INTO_ANSWER_MS = 1_200;
    /** The probes whose text is what is said, and not what makes the sound. */
    private static final Set<ProbeKind> WORDED = Set.of(ProbeKind.BACKCHANNEL, ProbeKind.SIDE_TALK);

    private Callers() {}

    /** Creates the demo caller: asks, listens, asks again, interrupts, presses 5, says goodbye, hangs up. */
    public static Caller demo() {
        CallerScript script = greeted(GAP_MS);
        answered(script.say(voice("ask-opening-hours")), GAP_MS);
        script.say(voice("book-a-table")).hearFor(INTO_ANSWER_MS, ANSWER_MS).say(voice("interrupt-stop"));
        answered(script, GAP_MS);
        answered(script.press('5'), GAP_MS);
        answered(script.say(voice("thank-you-goodbye")), GAP_MS);
        return script.hangUp().caller();
    }

    /**
     * Creates a caller that plays {@code clips} in order, each after the agent has been silent for {@code gapMs}. The first waits 3 s at most
     * for a greeting; an answer longer than 30 s is spoken over.
     */
    public static Caller recorded(List<Clip> clips, int gapMs) {
        CallerScript script = greeted(gapMs);
        clips.forEach(clip -> answered(script.say(clip), gapMs));
        return script.hangUp().caller();
    }

    /** Lets {@code caller} begin when a two-way stream is open. */
    public static Caller awaitingStream(Caller caller) {
        return new AwaitingCaller(caller);
    }

    /** Opens a voice or a probe of the fixtures as a clip, by its name ({@code mm-hmm}) or path ({@code probes/mm-hmm.wav}). */
    public static Clip voice(String name) {
        Voice voice = Voices.open(name);
        Clip clip = Clip.of(name, voice.samples(), voice.speechStart(), voice.speechEnd());
        ProbeKind probe = voice.probe();
        if (probe == null) {
            return clip.saying(voice.text());
        }
        Clip sound = clip.asProbe(probe);
        return WORDED.contains(probe) ? sound.saying(voice.text()) : sound;
    }

    /**
     * Speaks English words with the built-in voice; the same words are the same sound.
     *
     * @throws IllegalArgumentException if the voice cannot say them; the message names the cure
     */
    public static Clip words(String words) {
        try {
            byte[] mulaw = SpeechSynthesizer.loaded().say(words).mulaw();
            short[] samples = new short[mulaw.length];
            Mulaw.decode(mulaw, samples);
            return Clip.of(words, samples).saying(words);
        } catch (RuntimeException e) {
            // The voice's own code fails in many ways at what is no English.
            throw new IllegalArgumentException(
                    "the built-in voice cannot say \"" + words
                            + "\": it speaks English words; play a sound file for anything else",
                    e);
        }
    }

    private static CallerScript greeted(int gapMs) {
        return new CallerScript().hear(GREETING_MS).quiet(gapMs, LONGEST_ANSWER_MS);
    }

    private static void answered(CallerScript script, int gapMs) {
        script.hear(ANSWER_MS).quiet(gapMs, LONGEST_ANSWER_MS);
    }
}
