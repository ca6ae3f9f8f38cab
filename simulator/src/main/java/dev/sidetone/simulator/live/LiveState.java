package dev.sidetone.simulator.live;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.live.number.SelectableNumber;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The state of {@link LiveMode} at one instant. Immutable.
 *
 * @param address the address at which Twilio reaches the bridge; null until it is found
 * @param numbers the account's voice numbers as they are set up now; empty until they are read
 * @param inUse the SID of the number that rings the bridge, or null
 * @param calls the calls since live mode began, the newest first; ended ones included
 * @param trouble the last problem that a person should know of, or null
 * @param unrestored the reason for which a number is not put back; null once all are
 * @param disturbance the reason for which calls do not reach the bridge though it is ready, or null
 * @param waiting what leaving waits for; null except in {@link LivePhase#LEAVING}
 */
public record LiveState(
        LivePhase phase,
        @Nullable ReachedAddress address,
        List<SelectableNumber> numbers,
        @Nullable String inUse,
        List<LiveCall> calls,
        @Nullable Trouble trouble,
        @Nullable Trouble unrestored,
        @Nullable Trouble disturbance,
        @Nullable Waiting waiting) {
    public LiveState {
        numbers = List.copyOf(numbers);
        calls = List.copyOf(calls);
    }

    /** A state in which everything is put back, calls arrive and nothing is waited for. */
    public LiveState(
            LivePhase phase,
            @Nullable ReachedAddress address,
            List<SelectableNumber> numbers,
            @Nullable String inUse,
            List<LiveCall> calls,
            @Nullable Trouble trouble) {
        this(phase, address, numbers, inUse, calls, trouble, null, null, null);
    }

    /**
     * Something that leaving waits for. Immutable.
     *
     * @param what the thing, to follow "waits for"
     * @param seconds the time since leaving began
     */
    public record Waiting(String what, long seconds) {
        public Waiting {
            what = ForeignText.line(what);
        }

        /** Both in words. */
        public String words() {
            return "waits for " + what + ": " + seconds + " s";
        }
    }

    /**
     * The public address of the bridge. Immutable.
     *
     * @param origin the origin {@code https://host}, without a slash at its end
     * @param how the source of the address, in words
     * @param roundTripMs the round trip from this process through the address and back; null until it is measured
     */
    public record ReachedAddress(String origin, String how, @Nullable Double roundTripMs) {
        public ReachedAddress {
            origin = ForeignText.line(origin);
            how = ForeignText.line(how);
        }
    }

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

    /** The first state of a new beginning; the calls and a number that is not put back stay. */
    LiveState beginning() {
        return new LiveState(LivePhase.FINDING_ADDRESS, null, List.of(), null, calls, null, unrestored, null, null);
    }

    /** The last state once everything is closed; the calls, the trouble and a number that is not put back stay. */
    LiveState ended() {
        return unrestored == null
                ? new LiveState(LivePhase.OFF, null, List.of(), null, calls, trouble)
                : new LiveState(LivePhase.OFF, null, numbers, inUse, calls, unrestored, unrestored, null, null);
    }

    LiveState withPhase(LivePhase next) {
        return new LiveState(next, address, numbers, inUse, calls, trouble, unrestored, disturbance, waiting);
    }

    LiveState withAddress(ReachedAddress reached) {
        return new LiveState(phase, reached, numbers, inUse, calls, trouble, unrestored, disturbance, waiting);
    }

    LiveState withNumbers(List<SelectableNumber> read, @Nullable String used) {
        return new LiveState(phase, address, read, used, calls, trouble, unrestored, disturbance, waiting);
    }

    LiveState withCalls(List<LiveCall> all) {
        return new LiveState(phase, address, numbers, inUse, all, trouble, unrestored, disturbance, waiting);
    }

    LiveState withTrouble(@Nullable Trouble found) {
        return new LiveState(phase, address, numbers, inUse, calls, found, unrestored, disturbance, waiting);
    }

    /** What was the trouble because of it is none any more. */
    LiveState withUnrestored(@Nullable Trouble why) {
        Trouble other = Objects.equals(trouble, unrestored) ? why : trouble;
        return new LiveState(phase, address, numbers, inUse, calls, other, why, disturbance, waiting);
    }

    LiveState withDisturbance(@Nullable Trouble why) {
        return new LiveState(phase, address, numbers, inUse, calls, trouble, unrestored, why, waiting);
    }

    LiveState withWaiting(String what, long seconds) {
        Waiting now = new Waiting(what, seconds);
        return new LiveState(phase, address, numbers, inUse, calls, trouble, unrestored, disturbance, now);
    }
}
