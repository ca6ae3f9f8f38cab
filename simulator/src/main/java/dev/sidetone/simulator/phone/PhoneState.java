package dev.sidetone.simulator.phone;

import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Softphone} at one instant. Immutable.
 *
 * @param call the call there is, or the last one; null before the first
 * @param trouble what stands in the way, or was wrong with the last call; null if nothing
 * @param cards the machine's sound devices; null until they are known
 */
public record PhoneState(Phase phase, @Nullable PhoneCall call, @Nullable Trouble trouble, @Nullable Cards cards) {
    /** Where the phone is. */
    public enum Phase {
        /** The bridge and the agent start, and one silent call warms everything up. */
        STARTING,
        READY,
        DIALLING,
        IN_CALL,
        HANGING_UP,
        /** The bridge cannot start. */
        BROKEN
    }

    /** What is wrong and what helps, a sentence each. */
    public record Trouble(String what, String cure) {
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
    public record Cards(List<String> microphones, List<String> speakers) {}

    /** Whether a call is there or on its way. */
    public boolean isOnThePhone() {
        return phase == Phase.DIALLING || phase == Phase.IN_CALL || phase == Phase.HANGING_UP;
    }

    static PhoneState starting() {
        return new PhoneState(Phase.STARTING, null, null, null);
    }

    PhoneState in(Phase next) {
        return new PhoneState(next, call, trouble, cards);
    }

    /** A new call, of which nothing is known yet. */
    PhoneState dialling() {
        return new PhoneState(Phase.DIALLING, null, null, cards);
    }

    PhoneState with(PhoneCall placed) {
        return new PhoneState(phase, placed, trouble, cards);
    }

    PhoneState with(@Nullable Trouble found) {
        return new PhoneState(phase, call, found, cards);
    }

    PhoneState with(Cards found) {
        return new PhoneState(phase, call, trouble, found);
    }
}
