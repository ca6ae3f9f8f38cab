package dev.sidetone.simulator.live;

import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@link LiveMode} at one instant. Immutable.
 *
 * @param address where Twilio reaches the bridge; null until it is found
 * @param numbers the account's voice numbers, as they are set up now; empty until they are read
 * @param inUse the SID of the number that rings the bridge, or null
 * @param calls the calls of this session, the newest first; those that are over stay
 * @param trouble what stands in the way, or went wrong last; null if nothing
 */
public record LiveState(
        LivePhase phase,
        @Nullable Reached address,
        List<OwnNumber> numbers,
        @Nullable String inUse,
        List<LiveCall> calls,
        @Nullable Trouble trouble) {
    public LiveState {
        numbers = List.copyOf(numbers);
        calls = List.copyOf(calls);
    }

    /**
     * The public address and how far it is.
     *
     * @param origin https://host, without a slash
     * @param how how it was come by, for a person
     * @param roundTripMs through the address and back to this process; null until it was tried
     */
    public record Reached(String origin, String how, @Nullable Double roundTripMs) {}

    /**
     * A voice number of the account.
     *
     * @param sid starts with PN
     * @param number E.164
     * @param name what its owner calls it
     * @param changes what using it would change; empty for the one in use
     */
    public record OwnNumber(String sid, String number, String name, List<Change> changes) {
        public OwnNumber {
            changes = List.copyOf(changes);
        }

        /** The number with its name, if it has one of its own. */
        public String words() {
            return name.isEmpty() || name.equals(number) ? number : number + " (" + name + ")";
        }
    }

    /**
     * One setting of a number.
     *
     * @param setting in words, such as {@code voice URL}
     * @param before what it is, empty if nothing
     * @param after what it becomes
     */
    public record Change(String setting, String before, String after) {}

    /** Before anything. */
    public static LiveState off() {
        return new LiveState(LivePhase.OFF, null, List.of(), null, List.of(), null);
    }

    /** All is put back and closed; what was seen stays. */
    LiveState ended() {
        return new LiveState(LivePhase.OFF, null, List.of(), null, calls, trouble);
    }

    /** All is closed, and the number in use could not be put back. */
    LiveState stuck(Trouble why) {
        return new LiveState(LivePhase.OFF, null, numbers, inUse, calls, why);
    }

    LiveState in(LivePhase next) {
        return new LiveState(next, address, numbers, inUse, calls, trouble);
    }

    /** From the start again; the calls of the session stay. */
    LiveState beginning() {
        return new LiveState(LivePhase.FINDING_ADDRESS, null, List.of(), null, calls, null);
    }

    LiveState at(Reached reached) {
        return new LiveState(phase, reached, numbers, inUse, calls, trouble);
    }

    LiveState with(List<OwnNumber> read, @Nullable String used) {
        return new LiveState(phase, address, read, used, calls, trouble);
    }

    LiveState with(List<LiveCall> all) {
        return new LiveState(phase, address, numbers, inUse, all, trouble);
    }

    LiveState with(@Nullable Trouble found) {
        return new LiveState(phase, address, numbers, inUse, calls, found);
    }
}
