package dev.sidetone.bridge.socket;

/** One open WebSocket, from our side. Used on the thread or loop that owns it only. */
public interface Connection {
    /** Sends one text message. Never blocks; a closed wire swallows it. */
    void send(String text);

    /** Sends one binary message. Never blocks; a closed wire swallows it. */
    void send(byte[] binary);

    /** Asks the other side for a sign of life, RFC 6455 section 5.5.2; a closed wire swallows it, and so does one that is no socket. */
    default void ping() {}

    /** Starts the closing handshake, RFC 6455 section 7; harmless when already closed. */
    void close(int code, String reason);
}
