package dev.sidetone.simulator.scenario;

import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.CallerScript;
import dev.sidetone.simulator.caller.Callers;
import org.jspecify.annotations.Nullable;

/** Writes a scenario's steps down as a caller's script, each reported as it begins. Used once, by one thread. */
final class ScenarioCaller implements Step.Handler {
    /** The longest wait for the agent to begin; a step with a bound waits longer than that, so that it is known how late the agent was. */
    static final int ANSWER_MS = 10_000;

    private static final int LONGEST_ANSWER_MS = 30_000;
    private static final int LATER_MS = 5_000;
    /** The silence after which an answer is taken as finished. */
    private static final int FINISHED_MS = 700;
    /** From one key to the next. */
    private static final int BETWEEN_KEYS_MS = 200;

    private final CallerScript script = new CallerScript();

    private ScenarioCaller() {}

    /** Creates the caller of {@code scenario}, who speaks when a two-way stream is open. */
    static Caller of(Scenario scenario) {
        ScenarioCaller made = new ScenarioCaller();
        for (int i = 0; i < scenario.steps().size(); i++) {
            Step step = scenario.steps().get(i);
            made.script.step(i + 1, step.text());
            step.deliverTo(made);
        }
        made.script.quiet(FINISHED_MS, LONGEST_ANSWER_MS).hangUp();
        return Callers.awaitingStream(made.script.caller());
    }

    @Override
    public void hearAgent(Step.HearAgent step) {
        script.hear(longest(step.withinMs(), ANSWER_MS));
    }

    @Override
    public void hearSilence(Step.HearSilence step) {
        script.quiet(FINISHED_MS, longest(step.withinMs(), LONGEST_ANSWER_MS));
    }

    @Override
    public void say(Step.Say step) {
        if (step.interruptMs() != null) {
            script.hearFor(
                    step.interruptMs().intValue(),
                    ANSWER_MS + step.interruptMs().intValue());
        }
        script.say(step.clip());
    }

    @Override
    public void press(Step.Press step) {
        for (int i = 0; i < step.digits().length(); i++) {
            script.press(step.digits().charAt(i)).pause(BETWEEN_KEYS_MS);
        }
    }

    @Override
    public void pause(Step.Pause step) {
        script.pause((int) step.ms());
    }

    @Override
    public void fault(Step.InjectFault step) {
        script.inject(step.fault());
    }

    /** What has to be awaited for it is in the steps before. */
    @Override
    public void expect(Step.Expect step) {}

    @Override
    public void hangUp(Step.HangUp step) {
        script.hangUp();
    }

    private static int longest(@Nullable Long withinMs, int usualMs) {
        return withinMs == null ? usualMs : (int) Math.max(usualMs, withinMs + LATER_MS);
    }
}
