package dev.sidetone.simulator.phone;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.caller.ControllableCaller;
import dev.sidetone.simulator.caller.EchoControl;
import dev.sidetone.simulator.caller.MicrophoneCaller;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.SoundDevices;
import dev.sidetone.simulator.rig.CallerChoice;

/** Opens the caller of a call from the window, where a person presses keys and hears also a caller who is not that person. Stateless. */
final class WindowCaller {
    private WindowCaller() {}

    /**
     * Opens the caller and the sound devices. Blocks for as long as the machine's sound system does.
     *
     * @throws DeviceProblem if a device that was named cannot be used
     */
    static ControllableCaller open(CallerChoice choice, SoundDevices machine, NanoClock clock)
            throws DeviceProblem, WrongSetting {
        return choice.isPerson() ? person(choice, machine, clock) : overheard(choice, machine, clock);
    }

    private static ControllableCaller person(CallerChoice choice, SoundDevices machine, NanoClock clock)
            throws DeviceProblem {
        EchoControl echo = EchoControl.ofThisMachine(choice.echoCancellation());
        WindowDevices devices = new WindowDevices(echo.tapped(machine), clock);
        Caller person = MicrophoneCaller.open(
                devices, choice.mic(), choice.speaker(), Callers.awaitingStream(Callers.demo()), echo);
        return ControllableCaller.speaking(person, devices.speaker());
    }

    private static ControllableCaller overheard(CallerChoice choice, SoundDevices machine, NanoClock clock)
            throws DeviceProblem, WrongSetting {
        WindowDevices devices = new WindowDevices(machine, clock);
        try {
            devices.openSpeaker(choice.speaker());
        } catch (DeviceProblem problem) {
            if (choice.speaker() != null) {
                throw problem;
            }
        }
        return ControllableCaller.monitored(choice.withoutDevices(), devices.speaker());
    }
}
