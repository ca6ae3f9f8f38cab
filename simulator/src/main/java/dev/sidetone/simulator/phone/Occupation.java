package dev.sidetone.simulator.phone;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import org.jspecify.annotations.Nullable;

/** Work that keeps a {@link Softphone} busy, from dialling to the end of its last call. */
@FunctionalInterface
interface Occupation {
    /** Makes the calls on the phone's own thread, which may block; returns what went wrong first, or null. */
    @Nullable
    Trouble run(PhoneRigs rigs) throws DeviceProblem, CannotRun, WrongSetting;

    /** The person hung up before it began; always null. */
    default @Nullable Trouble skip() {
        return null;
    }

    /** The person hangs up. Any thread. */
    default void cancel() {}
}
