package dev.sidetone.simulator.live;

/**
 * Live mode as a window or a terminal works it. Commands and {@link #now} return at once, on any thread; whatever blocks happens on
 * threads of its own, and what becomes of it shows in {@link #now}. A command that does not fit the phase is passed over.
 */
public interface LiveMode extends AutoCloseable {
    /** How things stand. */
    LiveState now();

    /** Finds the public address, checks it and reads the account's numbers; from {@link LivePhase#OFF} or {@link LivePhase#BROKEN}. */
    void begin(LiveRequest wish);

    /** Writes down what the number with this SID is set to, then lets it ring the bridge. From {@link LivePhase#CHOOSING}. */
    void use(String numberSid);

    /** Puts the number back as it was and goes back to choosing; calls that run go on. */
    void release();

    /** Calls {@code to} from the number in use; ignored while none is. */
    void call(String to);

    /** Ends a call for both sides. */
    void hangUp(String callSid);

    /** Puts a call's caller through to {@code to}. */
    void transfer(String callSid, String to);

    /** Puts the number back, lets the calls that run end (10 s at most), closes the tunnel that it opened. Waits for it. */
    @Override
    void close();
}
