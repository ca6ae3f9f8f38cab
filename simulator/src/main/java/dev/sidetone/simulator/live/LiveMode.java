package dev.sidetone.simulator.live;

import dev.sidetone.simulator.live.number.Leftover;
import dev.sidetone.simulator.live.number.SelectableNumber;
import java.util.concurrent.CompletableFuture;

/**
 * Live mode as a window or a terminal controls it. Every method but {@link #close} returns at once, on any thread; work that blocks runs
 * on other threads, and its outcome shows in {@link #now}. A command that does not fit the phase is ignored.
 */
public interface LiveMode extends AutoCloseable {
    /** The state at this instant. */
    LiveState now();

    /** Finds the public address, checks it and reads the account's numbers. Only in {@link LivePhase#OFF} and {@link LivePhase#BROKEN}. */
    void begin(LiveRequest request);

    /**
     * Notes the settings of the number with this SID, then lets it ring the bridge. Only in {@link LivePhase#CHOOSING}.
     *
     * @param leftover the later fate of another Sidetone's addresses on it, see {@link SelectableNumber#leftover}
     */
    void use(String numberSid, Leftover leftover);

    /** The same for a number without such addresses. */
    default void use(String numberSid) {
        use(numberSid, Leftover.KEEP);
    }

    /** Restores the number's settings and returns to {@link LivePhase#CHOOSING}; running calls go on. Only in {@link LivePhase#READY}. */
    void release();

    /** Tries once more to put back the numbers that are not; {@link #now} has the outcome once the result is complete. */
    CompletableFuture<Void> putBack();

    /** Calls {@code to}, in E.164, from the number in use. Only in {@link LivePhase#READY}. */
    void call(String to);

    /** Ends a call for both sides. */
    void hangUp(String callSid);

    /** Transfers the other side of a call to {@code to}, in E.164. */
    void transfer(String callSid, String to);

    /** Restores the number's settings, lets running calls end for at most 10 s, and closes a tunnel that Sidetone opened. Blocks until then. */
    @Override
    void close();
}
