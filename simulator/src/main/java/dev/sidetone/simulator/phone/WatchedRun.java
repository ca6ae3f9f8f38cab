package dev.sidetone.simulator.phone;

import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.ControllableCaller;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.recording.RecordingLabel;
import dev.sidetone.simulator.rig.RigCall;
import dev.sidetone.simulator.scenario.PlannedScenario;
import dev.sidetone.simulator.scenario.PlayedCall;
import dev.sidetone.simulator.scenario.ScenarioRun;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Spool;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A scenario's run on a {@link Softphone}, call by call: each becomes the phone's current call, is heard on the speaker and reports its steps.
 * One call at a time, on its thread; the steps come on the timeline's.
 */
final class WatchedRun implements ScenarioRun.Progress {
    private final Softphone phone;
    private final @Nullable String speaker;
    private final Consumer<UnaryOperator<ScenarioState>> state;
    private PhoneCall.@Nullable FactListener listener;
    private @Nullable ControllableCaller caller;
    private @Nullable PhoneCall call;
    private RecordingLabel label = RecordingLabel.NONE;

    /** @param state changes the player's state */
    WatchedRun(Softphone phone, @Nullable String speaker, Consumer<UnaryOperator<ScenarioState>> state) {
        this.phone = phone;
        this.speaker = speaker;
        this.state = state;
    }

    @Override
    public Consumer<Fact> begins(PlannedScenario planned, int number, int of) {
        PhoneCall.FactListener made = phone.listener();
        listener = made;
        return made.andThen(this::follow);
    }

    private void follow(Fact fact) {
        if (fact instanceof Fact.StepBegan began) {
            state.accept(old -> old.began(began.step()));
        } else if (fact instanceof Fact.StepWaitedInVain waited) {
            state.accept(old -> old.inVain(waited.step()));
        }
    }

    /** Without a speaker nobody listens, and the call is made all the same. */
    @Override
    public Caller caller(Caller scripted) {
        ControllableCaller heard;
        try {
            heard = phone.devices().overheard(scripted, speaker, phone.clock());
        } catch (DeviceProblem nobodyListens) {
            heard = ControllableCaller.monitored(scripted, null);
        }
        caller = heard;
        return heard;
    }

    @Override
    public Spool spool(PlannedScenario planned) {
        return phone.recordings().place(label(planned));
    }

    private RecordingLabel label(PlannedScenario planned) {
        RecordingLabel made = CallLabels.ofScenario(planned, phone.agents());
        label = made;
        return made;
    }

    @Override
    public void placed(RigCall placed) {
        PhoneCall made = PhoneCall.watched(
                placed, Objects.requireNonNull(caller), phone.clock(), Objects.requireNonNull(listener), label);
        call = made;
        phone.show(made);
    }

    @Override
    public void played(PlannedScenario planned, int number, int of, PlayedCall played) {
        finish();
        state.accept(old -> old.played(played));
    }

    @Override
    public void again(PlannedScenario planned, int number, int of) {
        finish();
        state.accept(old -> old.begun(planned.scenario(), planned.against()));
    }

    /** The last call is over, however: what its timeline shows is final. */
    void finish() {
        PhoneCall over = call;
        if (over != null) {
            over.finish(over.result());
        }
    }
}
