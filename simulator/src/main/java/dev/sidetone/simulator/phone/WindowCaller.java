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
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Opens the caller of a call from the window, where a person presses keys and hears also a caller who is not that person. Stateless. */
final class WindowCaller {
    private WindowCaller() {}

    /**
     * Opens the caller and the sound devices. Blocks for as long as the machine's sound system does.
     *
     * @throws DeviceProblem if a device that was named cannot be used
     */
    static Opened open(CallerChoice choice, SoundDevices machine, NanoClock clock) throws DeviceProblem, WrongSetting {
        return open(choice, machine, clock, caller -> caller);
    }

    /** The same with {@code inside} around the caller and within the person's controls. */
    static Opened open(CallerChoice choice, SoundDevices machine, NanoClock clock, UnaryOperator<Caller> inside)
            throws DeviceProblem, WrongSetting {
        if (choice.isPerson()) {
            EchoControl echo = EchoControl.ofThisMachine(choice.echoCancellation());
            WindowDevices devices = new WindowDevices(echo.tapped(machine), clock);
            Caller person = MicrophoneCaller.open(
                    devices, choice.mic(), choice.speaker(), Callers.awaitingStream(Callers.demo()), echo);
            return new Opened(ControllableCaller.speaking(inside.apply(person), devices.speaker()), devices);
        }
        return overheard(inside.apply(choice.withoutDevices()), choice.speaker(), machine, clock);
    }

    /** Lets a person listen to {@code caller}, who needs no device: on the named speaker, or on the machine's default if it has one. */
    static Opened overheard(Caller caller, @Nullable String speaker, SoundDevices machine, NanoClock clock)
            throws DeviceProblem {
        WindowDevices devices = new WindowDevices(machine, clock);
        devices.openSpeakerIfAny(speaker);
        return new Opened(ControllableCaller.monitored(caller, devices.speaker()), devices);
    }

    /** A caller with the devices of its call, which can be switched. */
    record Opened(ControllableCaller caller, WindowDevices devices) {}
}
