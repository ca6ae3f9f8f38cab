package dev.sidetone.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.live.LiveRequest;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.ui.live.SetupStep.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetupStepTest {
    private final ScriptedLiveMode live = new ScriptedLiveMode();

    @Test
    void eachStepSaysWhatCameOfIt() {
        live.begin(new LiveRequest("practice", null, null));
        assertThat(progress()).containsExactly(Progress.RUNNING, Progress.TO_COME, Progress.TO_COME, Progress.TO_COME);
        live.finds("a running ngrok agent");
        assertThat(progress()).containsExactly(Progress.DONE, Progress.RUNNING, Progress.TO_COME, Progress.TO_COME);
        assertThat(step(0).title()).isEqualTo("Address: a running ngrok agent");
        assertThat(step(0).detail()).isEqualTo(ScriptedLiveMode.ORIGIN);
        live.reaches(83.6);
        assertThat(progress()).containsExactly(Progress.DONE, Progress.DONE, Progress.RUNNING, Progress.TO_COME);
        assertThat(step(1).detail()).isEqualTo("84 ms through it and back");
        live.reads(ScriptedLiveMode.FRONT_DESK, ScriptedLiveMode.TEST_LINE);
        assertThat(progress()).containsExactly(Progress.DONE, Progress.DONE, Progress.DONE, Progress.TO_COME);
        assertThat(step(2).detail()).isEqualTo("2 numbers in the account");
        assertThat(step(3).detail()).contains("nothing is changed yet");
        live.use("PN1");
        assertThat(progress()).containsExactly(Progress.DONE, Progress.DONE, Progress.DONE, Progress.RUNNING);
    }

    @Test
    void theStepThatFailedIsTheOneThatWasBeingTaken() {
        Trouble trouble = new Trouble("Something.", "Do something.");
        live.begin(new LiveRequest("practice", null, null));
        live.breaksBy(trouble);
        assertThat(progress()).containsExactly(Progress.FAILED, Progress.TO_COME, Progress.TO_COME, Progress.TO_COME);
        live.finds("given");
        live.breaksBy(trouble);
        assertThat(progress()).startsWith(Progress.DONE, Progress.FAILED);
        live.reaches(40);
        live.breaksBy(trouble);
        assertThat(progress()).startsWith(Progress.DONE, Progress.DONE, Progress.FAILED);
    }

    private SetupStep step(int index) {
        return SetupStep.of(live.now()).get(index);
    }

    private List<Progress> progress() {
        return SetupStep.of(live.now()).stream().map(SetupStep::progress).toList();
    }
}
