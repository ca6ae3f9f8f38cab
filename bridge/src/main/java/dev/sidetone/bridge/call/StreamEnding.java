package dev.sidetone.bridge.call;

import org.jspecify.annotations.Nullable;

/**
 * How a call's stream ended, which decides what the caller gets next, if there is still a caller.
 *
 * @param number whom to put the caller through to, or null
 */
public record StreamEnding(How how, @Nullable String number) {
    /** The caller left. */
    public static final StreamEnding CALLER_LEFT = new StreamEnding(How.CALLER_LEFT, null);
    /** There is no agent, or no longer. */
    public static final StreamEnding NO_AGENT = new StreamEnding(How.NO_AGENT, null);
    /** The agent said good-bye. */
    public static final StreamEnding AGENT_HUNG_UP = new StreamEnding(How.AGENT_HUNG_UP, null);
    /** The line to Twilio was lost, or the stream never came: nobody said anything, and the caller may still wait. */
    public static final StreamEnding STREAM_LOST = new StreamEnding(How.STREAM_LOST, null);
    /** The call has lasted as long as it may. */
    public static final StreamEnding TOO_LONG = new StreamEnding(How.TOO_LONG, null);
    /** The bridge goes down. */
    public static final StreamEnding SHUT_DOWN = new StreamEnding(How.SHUT_DOWN, null);

    /** The kinds of ends. */
    public enum How {
        CALLER_LEFT,
        NO_AGENT,
        AGENT_HUNG_UP,
        TRANSFER,
        STREAM_LOST,
        TOO_LONG,
        SHUT_DOWN
    }

    /** The agent hands the caller to a person. */
    public static StreamEnding transferTo(String number) {
        return new StreamEnding(How.TRANSFER, number);
    }
}
