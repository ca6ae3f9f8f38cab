package dev.sidetone.simulator.live;

import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.live.number.SelectableNumber;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of {@link LiveMode} at one instant. Immutable.
 *
 * @param address the address at which Twilio reaches the bridge; null until it is found
 * @param numbers the account's voice numbers as they are set up now; empty until they are read
 * @param inUse the SID of the number that rings the bridge, or null
 * @param calls the calls since live mode began, the newest first; ended ones included
 * @param trouble the last problem that a person should know of, or null
 */
public record LiveState(
        LivePhase phase,
        @Nullable ReachedAddress address,
        List<SelectableNumber> numbers,
        @Nullable String inUse,
        List<LiveCall> calls,
        @Nullable Trouble trouble) {
    public LiveState {
        numbers = List.copyOf(numbers);
        calls = List.copyOf(calls);
    }

    /**
     * The public address of the bridge. Immutable.
     *
     * @param origin the origin {@code https://host}, without a slash at its end
     * @param how the source of the address, in words
     * @param roundTripMs the round trip from this process through the address and back; null until it is measured
     */
    public record ReachedAddress(String origin, String how, @Nullable Double roundTripMs) {}

    /** The state before anything happened. */
    public static LiveState off() {
        return new LiveState(LivePhase.OFF, null, List.of(), null, List.of(), null);
    }

    /** The number in use, or null. */
    public @Nullable SelectableNumber numberInUse() {
        return numbers.stream()
                .filter(number -> number.sid().equals(inUse))
                .findFirst()
                .orElse(null);
    }

    /** The first state of a new beginning; the calls stay. */
    LiveState beginning() {
        return new LiveState(LivePhase.FINDING_ADDRESS, null, List.of(), null, calls, null);
    }

    /** The last state once everything is restored and closed; the calls and the trouble stay. */
    LiveState ended() {
        return new LiveState(LivePhase.OFF, null, List.of(), null, calls, trouble);
    }

    /** The last state once everything is closed but the number in use could not be restored. */
    LiveState endedUnrestored(Trouble why) {
        return new LiveState(LivePhase.OFF, null, numbers, inUse, calls, why);
    }

    LiveState withPhase(LivePhase next) {
        return new LiveState(next, address, numbers, inUse, calls, trouble);
    }

    LiveState withAddress(ReachedAddress reached) {
        return new LiveState(phase, reached, numbers, inUse, calls, trouble);
    }

    LiveState withNumbers(List<SelectableNumber> read, @Nullable String used) {
        return new LiveState(phase, address, read, used, calls, trouble);
    }

    LiveState withCalls(List<LiveCall> all) {
        return new LiveState(phase, address, numbers, inUse, all, trouble);
    }

    LiveState withTrouble(@Nullable Trouble found) {
        return new LiveState(phase, address, numbers, inUse, calls, found);
    }
}
