package dev.sidetone.bridge.twilio;

import org.jspecify.annotations.Nullable;

/**
 * Receives a copy of all messages of one Media Stream, both ways, on the event loop of its call. It is called on the audio path: an
 * implementation takes the message down and returns at once.
 */
public interface StreamTap {
    /** A tap that ignores everything. */
    StreamTap NONE = new StreamTap() {};

    /**
     * A message from Twilio arrived.
     *
     * @param message {@code start} comes without its parameters, of which one is a secret
     * @param atNs when the message arrived
     */
    default void heard(FromTwilio message, long atNs) {}

    /** A message goes to Twilio; stamped just before the write. */
    default void sent(ToTwilio message, long atNs) {}

    /**
     * The stream is over. Called once.
     *
     * @param code the WebSocket's close code, or null when the end came by {@code stop} or by a callback
     * @param byUs true when the bridge closed it
     */
    default void over(@Nullable Integer code, String why, boolean byUs, long atNs) {}
}
