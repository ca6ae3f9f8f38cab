package dev.sidetone.bridge.call;

import org.jspecify.annotations.Nullable;

/**
 * How a call's stream ended, which decides what the caller gets next, if there is still a caller.
 *
 * @param number whom to put the caller through to, or null
 */
public record Ending(How how, @Nullable String number) {
    /** The caller left. */
    public static final Ending CALLER_LEFT = new Ending(How.CALLER_LEFT, null);
    /** There is no agent, or no longer. */
    public static final Ending NO_AGENT = new Ending(How.NO_AGENT, null);
    /** The agent said good-bye. */
    public static final Ending AGENT_HUNG_UP = new Ending(How.AGENT_HUNG_UP, null);
    /** The line to Twilio was lost, or the stream never came: nobody said anything, and the caller may still wait. */
    public static final Ending STREAM_LOST = new Ending(How.STREAM_LOST, null);
    /** The call has lasted as long as it may. */
    public static final Ending TOO_LONG = new Ending(How.TOO_LONG, null);
    /** The bridge goes down. */
    public static final Ending SHUT_DOWN = new Ending(How.SHUT_DOWN, null);

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
    public static Ending transferTo(String number) {
        return new Ending(How.TRANSFER, number);
    }
}
