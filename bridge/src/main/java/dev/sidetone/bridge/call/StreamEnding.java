package dev.sidetone.bridge.call;

import org.jspecify.annotations.Nullable;

/**
 * The way a call's stream ended, which decides the document that Twilio gets next.
 *
 * @param number the number to dial in a transfer, else null
 */
public record StreamEnding(How how, @Nullable String number) {
    /** The caller left. */
    public static final StreamEnding CALLER_LEFT = new StreamEnding(How.CALLER_LEFT, null);
    /** The agent never came, or was lost. */
    public static final StreamEnding NO_AGENT = new StreamEnding(How.NO_AGENT, null);
    /** The agent ended the call. */
    public static final StreamEnding AGENT_HUNG_UP = new StreamEnding(How.AGENT_HUNG_UP, null);
    /** The connection to Twilio was lost, or the stream never came; the caller may still be waiting. */
    public static final StreamEnding STREAM_LOST = new StreamEnding(How.STREAM_LOST, null);
    /** The call reached its maximum length. */
    public static final StreamEnding TOO_LONG = new StreamEnding(How.TOO_LONG, null);
    /** The bridge shuts down. */
    public static final StreamEnding SHUT_DOWN = new StreamEnding(How.SHUT_DOWN, null);

    /** The kinds of ending. */
    public enum How {
        CALLER_LEFT,
        NO_AGENT,
        AGENT_HUNG_UP,
        TRANSFER,
        STREAM_LOST,
        TOO_LONG,
        SHUT_DOWN
    }

    /** The agent transfers the caller to {@code number}. */
    public static StreamEnding transferTo(String number) {
        return new StreamEnding(How.TRANSFER, number);
    }
}
