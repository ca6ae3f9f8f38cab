package dev.sidetone.bridge.call;

import org.jspecify.annotations.Nullable;

/**
 * The way a call's stream ended, which decides the document that Twilio gets next.
 *
 * @param number the number to dial in a transfer, else null
 */
public record StreamEnding(Kind kind, @Nullable String number) {
    /** The caller left. */
    public static final StreamEnding CALLER_LEFT = new StreamEnding(Kind.CALLER_LEFT, null);
    /** The agent never came, or was lost. */
    public static final StreamEnding NO_AGENT = new StreamEnding(Kind.NO_AGENT, null);
    /** The agent ended the call. */
    public static final StreamEnding AGENT_HUNG_UP = new StreamEnding(Kind.AGENT_HUNG_UP, null);
    /** The connection to Twilio was lost, or the stream never came; the caller may still be waiting. */
    public static final StreamEnding STREAM_LOST = new StreamEnding(Kind.STREAM_LOST, null);
    /** The call reached its maximum length. */
    public static final StreamEnding TOO_LONG = new StreamEnding(Kind.TOO_LONG, null);
    /** The bridge shuts down. */
    public static final StreamEnding SHUT_DOWN = new StreamEnding(Kind.SHUT_DOWN, null);

    /** The kinds of ending. */
    public enum Kind {
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
        return new StreamEnding(Kind.TRANSFER, number);
    }
}
