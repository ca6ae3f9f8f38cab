package dev.sidetone.simulator.scenario;

import dev.sidetone.simulator.caller.Clip;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.FakeCall;
import dev.sidetone.simulator.timeline.Spool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call of facts, in manual time, whose caller follows steps that begin when the test says; and what the judge makes of them. */
final class JudgedSteps {
    private static final Clip CLIP = new Clip("clip", List.of(), 0, 0);

    private final CallTimeline timeline = new CallTimeline("0.1.0", Spool.NONE);
    private final SteppedCall steps = new SteppedCall();
    private final List<Step> script = new ArrayList<>();
    private final FakeCall call;

    JudgedSteps() {
        timeline.listen(steps);
        call = FakeCall.into(timeline);
    }

    /** The caller begins {@code step} at {@code ms}. */
    JudgedSteps at(double ms, Step step) {
        script.add(step);
        call.at(ms).stepBegins(script.size(), step.text());
        return this;
    }

    /** A step that is in the script, but to which the call does not come. */
    JudgedSteps never(Step step) {
        script.add(step);
        return this;
    }

    /** The call, for what happens in it besides; at {@code ms}. */
    FakeCall call(double ms) {
        return call.at(ms);
    }

    List<Checked> hangsUpAt(double ms) {
        CallResult result = call.hangsUpAt(ms);
        Scenario scenario = new Scenario(
                "test",
                Path.of("test.yaml"),
                Scenario.Dialled.USUAL,
                Scenario.Line.CLEAR,
                script,
                Scenario.Whole.NOTHING);
        return ScenarioJudge.judge(scenario, steps, result);
    }

    static Step.Say say() {
        return new Step.Say("say: clip", CLIP, null);
    }

    static Step.Say interrupt(long ms) {
        return new Step.Say("say: clip, interrupt: " + ms + "ms", CLIP, ms);
    }

    static Step.HearAgent hearAgent(@Nullable Long withinMs) {
        return new Step.HearAgent("hear: agent", withinMs);
    }

    static Step.HearSilence hearSilence(@Nullable Long withinMs) {
        return new Step.HearSilence("hear: silence", withinMs);
    }

    static Step.Expect expect(Expectation... all) {
        return new Step.Expect("expect", List.of(all));
    }
}
