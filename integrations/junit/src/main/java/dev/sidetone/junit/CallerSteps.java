package dev.sidetone.junit;

import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.CallerScript;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.caller.Clip;
import java.time.Duration;

/**
 * The steps of a polite caller: each waits until the agent has finished, unless it interrupts. Owned by one {@link ScriptedCall}, by one
 * thread.
 */
final class CallerSteps {
    private static final String KEYS = "0123456789*#";
    private static final int GREETING_MS = 3_000;
    private static final int LONGEST_ANSWER_MS = 30_000;
    private static final int BETWEEN_KEYS_MS = 250;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final CallerScript script = new CallerScript();
    private int patienceMs = 10_000;
    private int gapMs = 700;
    private boolean speaksEarly;
    /** How long the agent is given to begin, where it is its turn; else 0. */
    private int awaitedMs = GREETING_MS;

    private boolean silent = true;

    void patience(Duration most) {
        patienceMs = ms("patience", most);
    }

    void gap(Duration silence) {
        gapMs = ms("gap", silence);
    }

    void speakEarly() {
        speaksEarly = true;
    }

    boolean speaksEarly() {
        return speaksEarly;
    }

    /** Whether it has nothing to do yet. */
    boolean isSilent() {
        return silent;
    }

    Duration gap() {
        return Duration.ofMillis(gapMs);
    }

    void say(Clip clip) {
        listen();
        said(clip);
    }

    void interrupt(Duration into, Clip clip) {
        script.hearFor(ms("interrupt", into), Math.max(awaitedMs, patienceMs));
        said(clip);
    }

    void press(String keys) {
        if (keys.isEmpty() || keys.chars().anyMatch(key -> KEYS.indexOf(key) < 0)) {
            throw new IllegalArgumentException("'" + keys + "' are no keys: write them as in \"12#\", of " + KEYS);
        }
        listen();
        for (int i = 0; i < keys.length(); i++) {
            script.press(keys.charAt(i)).pause(BETWEEN_KEYS_MS);
        }
        answerIsDue();
    }

    void pause(Duration time) {
        script.pause(ms("pause", time));
        silent = false;
    }

    void hangUp() {
        listen();
        script.hangUp();
    }

    void hangUpInAnswer(Duration into) {
        script.hearFor(ms("hangUpInAnswer", into), patienceMs).hangUp();
    }

    /** A caller that begins with the first step. */
    Caller open() {
        return speaksEarly ? script.caller() : Callers.awaitingStream(script.caller());
    }

    private void listen() {
        if (awaitedMs > 0) {
            script.hear(awaitedMs);
            awaitedMs = 0;
        }
        script.quiet(gapMs, LONGEST_ANSWER_MS);
    }

    private void said(Clip clip) {
        script.say(clip);
        answerIsDue();
    }

    private void answerIsDue() {
        awaitedMs = patienceMs;
        silent = false;
    }

    private static int ms(String of, Duration time) {
        if (time.toMillis() <= 0 || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(of + "(" + time.toMillis() + " ms): expected 1 ms to 10 min");
        }
        return (int) time.toMillis();
    }
}
