package dev.sidetone.bridge.twilio;

import org.jspecify.annotations.Nullable;

/**
 * Who listens in on one Media Stream, both ways, on the event loop of its call. It lies beside the audio's path: an implementation puts
 * down what it hears and returns at once.
 */
public interface StreamTap {
    /** Nobody listens, which costs nothing. */
    StreamTap NONE = new StreamTap() {};

    /**
     * Twilio said something.
     *
     * @param message as it was read; {@code start} comes without its parameters, of which one is a secret
     * @param atNs when the message was there
     */
    default void heard(FromTwilio message, long atNs) {}

    /** The call says something to Twilio; stamped just before the write. */
    default void sent(ToTwilio message, long atNs) {}

    /**
     * The stream is over, told once.
     *
     * @param code the WebSocket's, or null when Twilio had said {@code stop} or the socket was not asked
     * @param byUs whether the bridge closed it
     */
    default void over(@Nullable Integer code, String why, boolean byUs, long atNs) {}
}
