package dev.sidetone.simulator.caller;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The ordered actions of a scripted caller. Every wait has a time limit, so that a silent agent cannot hold a call for ever. Built once, then
 * read only; each caller made from it starts at the beginning.
 */
public final class CallerScript {
    private final List<Supplier<ScriptStep>> steps = new ArrayList<>();
    /** The number of steps up to the last one in which the caller says or presses something. */
    private int saidAll;

    /** Waits until the agent speaks, for {@code mostMs} at most. */
    public CallerScript hear(int mostMs) {
        steps.add(() -> new ScriptStep.Listen(ear -> ear.speakingMs() > 0, mostMs, Handset::waitedInVain));
        return this;
    }

    /** Waits until the agent has been silent for {@code quietMs}, at most {@code mostMs}. */
    public CallerScript quiet(int quietMs, int mostMs) {
        steps.add(() -> new ScriptStep.Listen(ear -> ear.quietMs() >= quietMs, mostMs, Handset::waitedInVain));
        return this;
    }

    /** Waits until the agent has been speaking for {@code intoMs}, at most {@code mostMs}. */
    public CallerScript hearFor(int intoMs, int mostMs) {
        steps.add(() -> new ScriptStep.Listen(ear -> ear.speakingMs() >= intoMs, mostMs, Handset::waitedInVain));
        return this;
    }

    /** Reports that the step {@code number} of a scenario begins here, in its words. */
    public CallerScript step(int number, String text) {
        steps.add(() -> new ScriptStep.UseHandset(handset -> handset.stepBegins(number, text)));
        return this;
    }

    /** Injects a fault into the line, as {@code --fault} takes it, without a time. */
    public CallerScript inject(String fault) {
        steps.add(() -> new ScriptStep.UseHandset(handset -> handset.inject(fault)));
        return this;
    }

    /** Says a clip. */
    public CallerScript say(Clip clip) {
        steps.add(() -> new ScriptStep.Speak(clip));
        saidAll = steps.size();
        return this;
    }

    /** Presses a key. */
    public CallerScript press(char digit) {
        steps.add(() -> new ScriptStep.UseHandset(handset -> handset.press(digit)));
        saidAll = steps.size();
        return this;
    }

    /** Does nothing for {@code ms}. */
    public CallerScript pause(int ms) {
        steps.add(() -> new ScriptStep.Listen(ear -> false, ms, handset -> {}));
        return this;
    }

    /** Hangs up. */
    public CallerScript hangUp() {
        steps.add(() -> new ScriptStep.UseHandset(Handset::hangUp));
        return this;
    }

    /** Creates a caller that performs these actions, then stays on the line in silence. */
    public Caller caller() {
        List<ScriptStep> made = steps.stream().map(Supplier::get).collect(Collectors.toCollection(ArrayList::new));
        made.add(saidAll, new ScriptStep.UseHandset(Handset::saidAll));
        return new ScriptedCaller(made.iterator());
    }
}
