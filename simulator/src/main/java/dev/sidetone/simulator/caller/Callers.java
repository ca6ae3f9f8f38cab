package dev.sidetone.simulator.caller;

import dev.sidetone.fixtures.Voice;
import dev.sidetone.fixtures.Voices;
import java.util.List;

/** Creates the callers that need no microphone. */
public final class Callers {
    /** The longest wait for the agent to begin its answer. */
    private static final int ANSWER_MS = 10_000;

    private static final int LONGEST_ANSWER_MS = 30_000;
    private static final int GREETING_MS = 3_000;
    private static final int GAP_MS = 700;
    private static final int INTO_ANSWER_MS = 1_200;

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
        return voice.probe() == null ? clip : clip.asProbe(voice.probe());
    }

    private static CallerScript greeted(int gapMs) {
        return new CallerScript().hear(GREETING_MS).quiet(gapMs, LONGEST_ANSWER_MS);
    }

    private static void answered(CallerScript script, int gapMs) {
        script.hear(ANSWER_MS).quiet(gapMs, LONGEST_ANSWER_MS);
    }
}
