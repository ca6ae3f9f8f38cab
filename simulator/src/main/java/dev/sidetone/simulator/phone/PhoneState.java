package dev.sidetone.simulator.phone;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a {@link Softphone}. Immutable.
 *
 * @param call the current call, or the last one; null before the first
 * @param trouble the reason why no call can be made, or the first error of the last call; null if there is none
 * @param devices the machine's sound devices; null until they are known
 */
public record PhoneState(
        Phase phase, @Nullable PhoneCall call, @Nullable Trouble trouble, @Nullable DeviceNames devices) {
    /** The phases of the phone. */
    public enum Phase {
        /** The bridge and the agent start, and one silent call warms everything up. */
        STARTING,
        READY,
        /** A server calls, and nobody has picked up. */
        RINGING,
        DIALLING,
        IN_CALL,
        HANGING_UP,
        /** The bridge cannot start. */
        BROKEN
    }

    /** A problem and its cure, a sentence each. */
    public record Trouble(String what, String cure) {
        public Trouble {
            what = ForeignText.line(what);
            cure = ForeignText.line(cure);
        }

        /** A setting or option that cannot be used: its message names both what is wrong and the cure. */
        static Trouble of(WrongSetting wrong) {
            String message = String.valueOf(wrong.getMessage());
            return new Trouble("This call cannot be made.", message.endsWith(".") ? message : message + ".");
        }

        static Trouble of(DeviceProblem problem) {
            return new Trouble(problem.what(), problem.cure());
        }

        /** The first error that was found in a call, or null. */
        static @Nullable Trouble of(CallResult result) {
            return result.findings().stream()
                    .filter(found -> found.severity() == Severity.ERROR)
                    .map(found -> new Trouble(found.what(), found.cure()))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** The names of the sound devices. */
    public record DeviceNames(List<String> microphones, List<String> speakers) {}

    /** Whether there is a call, from dialling until it has ended. */
    public boolean isOnThePhone() {
        return phase == Phase.RINGING || phase == Phase.DIALLING || phase == Phase.IN_CALL || phase == Phase.HANGING_UP;
    }

    boolean isBeginning() {
        return phase == Phase.RINGING || phase == Phase.DIALLING;
    }

    static PhoneState starting() {
        return new PhoneState(Phase.STARTING, null, null, null);
    }

    PhoneState in(Phase next) {
        return new PhoneState(next, call, trouble, devices);
    }

    /** The state in which a call begins: it is dialled, or rings. */
    PhoneState beginning(Phase first) {
        return new PhoneState(first, null, null, devices);
    }

    PhoneState with(PhoneCall placed) {
        return new PhoneState(phase, placed, trouble, devices);
    }

    PhoneState with(@Nullable Trouble found) {
        return new PhoneState(phase, call, found, devices);
    }

    PhoneState with(DeviceNames found) {
        return new PhoneState(phase, call, trouble, found);
    }
}
