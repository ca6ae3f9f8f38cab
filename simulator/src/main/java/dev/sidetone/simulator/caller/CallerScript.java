package dev.sidetone.simulator.caller;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a scripted caller does, in order. Every wait has an end, so that a silent agent cannot hold a call for ever. Built once, then
 * read only; each caller made from it starts afresh.
 */
public final class CallerScript {
    private final List<Supplier<Step>> steps = new ArrayList<>();

    /** Waits until the agent speaks, at most {@code mostMs}. */
    public CallerScript hear(int mostMs) {
        steps.add(() -> new Steps.Listen(ear -> ear.speakingMs() > 0, mostMs));
        return this;
    }

    /** Waits until the agent has been silent for {@code quietMs}, at most {@code mostMs}. */
    public CallerScript quiet(int quietMs, int mostMs) {
        steps.add(() -> new Steps.Listen(ear -> ear.quietMs() >= quietMs, mostMs));
        return this;
    }

    /** Waits until the agent has been speaking for {@code intoMs}, at most {@code mostMs}. */
    public CallerScript hearFor(int intoMs, int mostMs) {
        steps.add(() -> new Steps.Listen(ear -> ear.speakingMs() >= intoMs, mostMs));
        return this;
    }

    /** Says a clip. */
    public CallerScript say(Clip clip) {
        steps.add(() -> new Steps.Say(clip));
        return this;
    }

    /** Presses a key. */
    public CallerScript press(char digit) {
        steps.add(() -> new Steps.Act(handset -> handset.press(digit)));
        return this;
    }

    /** Does nothing for {@code ms}. */
    public CallerScript pause(int ms) {
        steps.add(() -> new Steps.Listen(ear -> false, ms));
        return this;
    }

    /** Hangs up. */
    public CallerScript hangUp() {
        steps.add(() -> new Steps.Act(Handset::hangUp));
        return this;
    }

    /** A caller who does all that, then stays on the line in silence. */
    public Caller caller() {
        return new ScriptedCaller(steps.stream().map(Supplier::get).iterator());
    }
}
