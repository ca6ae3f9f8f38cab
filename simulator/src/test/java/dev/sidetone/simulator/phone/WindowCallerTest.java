package dev.sidetone.simulator.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.caller.ControllableCaller;
import dev.sidetone.simulator.caller.QuietLine;
import dev.sidetone.simulator.device.NoSoundDevices;
import dev.sidetone.simulator.rig.CallerChoice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowCallerTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoIsNoPersonWaitsForAStreamInTheWindowToo(boolean standIn) throws Exception {
        CallerChoice choice = standIn ? CallerChoice.person(null, null, true) : CallerChoice.demo(null);
        ControllableCaller caller = WindowCaller.open(choice, new NoSoundDevices(), NanoClock.system())
                .caller();
        caller.answered(new QuietLine());

        assertThat(QuietLine.hears(caller)).as("before a stream").isFalse();
        caller.streamStarted();
        assertThat(QuietLine.hears(caller)).as("after it began").isTrue();
    }
}
