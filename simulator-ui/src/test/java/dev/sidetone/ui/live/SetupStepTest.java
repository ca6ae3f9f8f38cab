package dev.sidetone.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.live.LiveRequest;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.ui.live.SetupStep.How;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetupStepTest {
    private final ScriptedLiveMode live = new ScriptedLiveMode();

    @Test
    void eachStepSaysWhatCameOfIt() {
        live.begin(new LiveRequest("practice", null, null));
        assertThat(hows()).containsExactly(How.RUNNING, How.TO_COME, How.TO_COME, How.TO_COME);
        live.finds("a running ngrok agent");
        assertThat(hows()).containsExactly(How.DONE, How.RUNNING, How.TO_COME, How.TO_COME);
        assertThat(step(0).title()).isEqualTo("Address: a running ngrok agent");
        assertThat(step(0).detail()).isEqualTo(ScriptedLiveMode.ORIGIN);
        live.reaches(83.6);
        assertThat(hows()).containsExactly(How.DONE, How.DONE, How.RUNNING, How.TO_COME);
        assertThat(step(1).detail()).isEqualTo("84 ms through it and back");
        live.reads(ScriptedLiveMode.FRONT_DESK, ScriptedLiveMode.TEST_LINE);
        assertThat(hows()).containsExactly(How.DONE, How.DONE, How.DONE, How.TO_COME);
        assertThat(step(2).detail()).isEqualTo("2 numbers in the account");
        assertThat(step(3).detail()).contains("nothing is changed yet");
        live.use("PN1");
        assertThat(hows()).containsExactly(How.DONE, How.DONE, How.DONE, How.RUNNING);
    }

    @Test
    void theStepThatFailedIsTheOneThatWasBeingTaken() {
        Trouble trouble = new Trouble("Something.", "Do something.");
        live.begin(new LiveRequest("practice", null, null));
        live.breaksBy(trouble);
        assertThat(hows()).containsExactly(How.FAILED, How.TO_COME, How.TO_COME, How.TO_COME);
        live.finds("given");
        live.breaksBy(trouble);
        assertThat(hows()).startsWith(How.DONE, How.FAILED);
        live.reaches(40);
        live.breaksBy(trouble);
        assertThat(hows()).startsWith(How.DONE, How.DONE, How.FAILED);
    }

    private SetupStep step(int index) {
        return SetupStep.of(live.now()).get(index);
    }

    private List<How> hows() {
        return SetupStep.of(live.now()).stream().map(SetupStep::how).toList();
    }
}
