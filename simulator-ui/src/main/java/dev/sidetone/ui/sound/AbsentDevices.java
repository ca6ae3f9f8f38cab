package dev.sidetone.ui.sound;

import dev.sidetone.simulator.phone.PhoneState.DeviceNames;

/** Says what a machine without sound devices means for a call. Stateless. */
final class AbsentDevices {
    private static final String FOUND = " One that is plugged in is found within seconds.";

    private AbsentDevices() {}

    /** One or two sentences; empty if there are both kinds. */
    static String words(DeviceNames devices) {
        if (devices.microphones().isEmpty() && devices.speakers().isEmpty()) {
            return "No microphone and no speaker: the demo caller speaks, and nothing is heard here." + FOUND;
        }
        if (devices.speakers().isEmpty()) {
            return "No speaker: nothing of the call is heard here." + FOUND;
        }
        return devices.microphones().isEmpty() ? "No microphone: let the demo caller or a file speak." + FOUND : "";
    }
}
