package dev.sidetone.bridge.socket;

/**
 * Receives the events of one WebSocket on its owner's thread, in order: opened, then messages, then closed; or failed and nothing else.
 * {@code atNs} is when the bytes arrived, on the process's {@link dev.sidetone.bridge.time.NanoClock}.
 */
public interface ConnectionListener {
    void onOpened(Connection connection, long atNs);

    void onText(String text, long atNs);

    void onBinary(byte[] bytes, long atNs);

    /** The other side answered a {@link Connection#ping}. */
    default void onPong(long atNs) {}

    /** The opened connection is closed, by whom and by whose limit {@code cause} says. */
    void onClosed(CloseCause cause, long atNs);

    /**
     * The connection never opened.
     *
     * @param httpStatus the refusal's status, or 0 when there was no HTTP answer at all
     * @param why the refusal's body, or what went wrong
     */
    void onFailed(int httpStatus, String why, long atNs);
}
