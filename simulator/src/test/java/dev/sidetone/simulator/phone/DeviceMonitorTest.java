package dev.sidetone.simulator.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Patience;
import dev.sidetone.simulator.caller.ControllableCaller;
import dev.sidetone.simulator.caller.Handset;
import dev.sidetone.simulator.phone.PhoneState.DeviceNames;
import dev.sidetone.simulator.rig.CallerChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeviceMonitorTest {
    private final PluggedDevices machine = new PluggedDevices();
    private final BlockingQueue<DeviceNames> listed = new LinkedBlockingQueue<>();
    private final DeviceMonitor monitor = new DeviceMonitor(machine, 50, NanoClock.system(), listed::add);
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void close() {
        monitor.close();
    }

    @Test
    void aDeviceThatIsPluggedInIsListedWithinSecondsWithoutBeingAskedFor() throws Exception {
        monitor.begin();
        assertThat(next(listed)).isEqualTo(new DeviceNames(List.of(), List.of()));

        machine.plug(List.of("Headset"), List.of("Headset"));

        assertThat(next(listed)).isEqualTo(new DeviceNames(List.of("Headset"), List.of("Headset")));
    }

    @Test
    void devicesThatAreTheSameAreNotListedAnew() throws Exception {
        machine.plug(List.of("Headset"), List.of());
        monitor.begin();
        next(listed);
        monitor.scan();
        monitor.scan();
        machine.plug(List.of(), List.of());
        monitor.scan();

        assertThat(next(listed)).isEqualTo(new DeviceNames(List.of(), List.of()));
    }

    @Test
    void aChosenMicrophoneThatComesBackIsTakenUpByTheRunningCall() throws Exception {
        machine.plug(List.of("Built-in", "Headset"), List.of("Built-in"));
        monitor.begin();
        ControllableCaller caller = call("Headset", null);
        assertThat(next(machine.opened)).isEqualTo("microphone Headset");
        assertThat(next(machine.opened)).isEqualTo("speaker default");

        machine.pull();
        tick(caller);
        assertThat(told).anyMatch(note -> note.startsWith("note It is gone. Plug it in again, or choose another one"));
        told.clear();
        machine.replug(List.of("Built-in", "Headset"), List.of("Built-in"));
        monitor.scan();

        assertThat(next(machine.opened)).isEqualTo("microphone Headset");
        assertThat(next(machine.opened)).isEqualTo("speaker default");
        done();
        tick(caller);
        assertThat(told).contains("microphone: Headset", "speaker: ");
        caller.hungUp();
    }

    @Test
    void whatIsChosenInACallIsOpenedAndTheOneBeforeReleased() throws Exception {
        machine.plug(List.of("Built-in", "Headset"), List.of("Built-in", "Headset"));
        monitor.begin();
        ControllableCaller caller = call(null, null);
        monitor.useSpeaker("Headset");
        monitor.useMicrophone("Headset");
        done();
        tick(caller);

        assertThat(machine.opened)
                .containsExactly("microphone default", "speaker default", "speaker Headset", "microphone Headset");
        assertThat(told).containsExactly("speaker: Headset", "microphone: Headset");
        assertThat(machine.released).hasValue(2);
        caller.hungUp();
        assertThat(machine.released).hasValue(4);
    }

    @Test
    void aNewDefaultIsFollowedByACallThatChoseNoDevice() throws Exception {
        machine.plug(List.of("Built-in"), List.of("Built-in"));
        monitor.begin();
        next(listed);
        ControllableCaller caller = call(null, "Built-in");
        machine.plug(List.of("Headset", "Built-in"), List.of("Headset", "Built-in"));
        monitor.scan();
        done();
        tick(caller);

        assertThat(told).containsExactly("microphone: ");
        caller.hungUp();
    }

    @Test
    void aCallWithoutASpeakerIsHeardOnceOneIsPluggedIn() throws Exception {
        monitor.begin();
        ControllableCaller caller = monitor.followed(CallerChoice.demo(null), NanoClock.system());
        caller.answered(new Told());
        tick(caller);
        assertThat(told).as("the window says so elsewhere").isEmpty();
        machine.plug(List.of(), List.of("Headset"));
        monitor.scan();
        done();
        tick(caller);

        assertThat(machine.opened).containsExactly("speaker default");
        assertThat(told).containsExactly("speaker: ");
        caller.hungUp();
    }

    @Test
    void aDeviceThatIsNotThereIsSaidAndTheCallKeepsWhatItHas() throws Exception {
        machine.plug(List.of("Built-in"), List.of("Built-in"));
        monitor.begin();
        ControllableCaller caller = call(null, null);
        monitor.useMicrophone("Gone");
        done();
        tick(caller);

        assertThat(Objects.requireNonNull(monitor.trouble()).what()).isEqualTo("The microphone is not there.");
        assertThat(told).isEmpty();
        assertThat(machine.released).hasValue(0);
        caller.hungUp();
    }

    @Test
    void theTestSoundsOnTheChosenSpeakerAndSaysWhatIsWrong() throws Exception {
        machine.plug(List.of(), List.of("Headset"));
        monitor.begin();
        monitor.test("Headset");
        done();
        assertThat(machine.opened).containsExactly("speaker Headset");
        assertThat(machine.released).hasValue(1);
        assertThat(monitor.trouble()).isNull();

        monitor.test("Gone");
        done();
        assertThat(Objects.requireNonNull(monitor.trouble()).cure())
                .contains("Plug one in")
                .doesNotContain("start");
    }

    private ControllableCaller call(@Nullable String microphone, @Nullable String speaker) throws Exception {
        ControllableCaller caller =
                monitor.followed(CallerChoice.person(microphone, speaker, false), NanoClock.system());
        caller.answered(new Told());
        return caller;
    }

    /** Waits until the monitor has done everything that it was asked for. */
    private void done() throws Exception {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        monitor.afterAll(() -> done.complete(true));
        done.get(Patience.of(10), TimeUnit.SECONDS);
    }

    private static <T> T next(BlockingQueue<T> queue) throws Exception {
        return Objects.requireNonNull(queue.poll(Patience.of(10), TimeUnit.SECONDS), "nothing came");
    }

    private static void tick(ControllableCaller caller) {
        caller.ear(LineFrame.SILENCE);
        caller.mouth();
    }

    private final class Told implements Handset {
        @Override
        public void press(char digit) {}

        @Override
        public void hangUp() {}

        @Override
        public void speechStarts(int sample) {}

        @Override
        public void speechEnds(int sample) {}

        @Override
        public void deviceChanged(String kind, String device) {
            told.add(kind + ": " + device);
        }

        @Override
        public void note(String text) {
            told.add("note " + text);
        }
    }
}
