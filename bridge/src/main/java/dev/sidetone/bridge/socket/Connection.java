package dev.sidetone.bridge.socket;

/**
 * One open WebSocket as its owner uses it. Used only on the thread or event loop that owns it. What its peer does not read waits in an
 * {@link OutboundQueue}; a message that does not fit closes it.
 */
public interface Connection {
    /** Sends one text message. Never blocks; dropped when the connection is closed. */
    void send(String text);

    /** Sends one binary message. Never blocks; dropped when the connection is closed. */
    void send(byte[] binary);

    /** Sends a ping, RFC 6455 section 5.5.2; dropped when the connection is closed or is no socket. */
    default void ping() {}

    /** Starts the closing handshake, RFC 6455 section 7; harmless when already closed. */
    void close(int code, String reason);

    /** Drops the connection without a word, as a network that fails; harmless when already closed. */
    default void abort() {
        close(1001, "");
    }
}
