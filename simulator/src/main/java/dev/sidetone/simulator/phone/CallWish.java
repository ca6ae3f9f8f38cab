package dev.sidetone.simulator.phone;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.caller.ControllableCaller;
import dev.sidetone.simulator.caller.EchoControl;
import dev.sidetone.simulator.caller.MicrophoneCaller;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.SoundDevices;
import dev.sidetone.simulator.rig.AgentChoice;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The call that a person at a window wants.
 *
 * @param server webhook of the server under test, or null for the embedded bridge
 * @param agent whom the embedded bridge dials, by its name in {@link AgentChoice}
 * @param byMicrophone whether the person speaks; if not, the demo caller does
 * @param microphone a device's name, or null for the machine's default
 * @param speaker a device's name, or null for the machine's default
 * @param echoCancellation whether the speaker's sound is taken out of the microphone's, where it is found there
 */
public record CallWish(
        @Nullable URI server,
        String agent,
        boolean byMicrophone,
        @Nullable String microphone,
        @Nullable String speaker,
        boolean echoCancellation) {
    /**
     * Opens who speaks, with what they hear by. Blocks for as long as the machine's sound system does.
     *
     * @throws DeviceProblem if a device that was named cannot be used
     */
    ControllableCaller open(SoundDevices machine, NanoClock clock) throws DeviceProblem {
        if (byMicrophone) {
            EchoControl echo = EchoControl.ofThisMachine(echoCancellation);
            DeskDevices devices = new DeskDevices(echo.tapped(machine), clock);
            Caller person = MicrophoneCaller.open(devices, microphone, speaker, Callers.demo(), echo);
            return ControllableCaller.speaking(person, devices.speaker());
        }
        DeskDevices devices = new DeskDevices(machine, clock);
        try {
            devices.openSpeaker(speaker);
        } catch (DeviceProblem problem) {
            if (speaker != null) {
                throw problem;
            }
        }
        return ControllableCaller.monitored(Callers.demo(), devices.speaker());
    }

    /** The demo caller calls the practice agent. */
    public static CallWish demo() {
        return new CallWish(null, "practice", false, null, null, false);
    }
}
