package dev.sidetone.simulator.line.net;

import dev.sidetone.bridge.socket.ConnectionListener;

/** Takes the events of a stream's WebSocket. Called on the socket's threads, which only hand over. */
public interface StreamSocketListener extends ConnectionListener {
    /** There was no connection for a handshake: nothing else is reported. */
    void onUnreachable(ConnectionFailure trouble, String why, long atNs);

    /** The server sends more than is read in a second; the rest waits at its end. Called once, on the reading thread. */
    void onHeldBack(long atNs);

    /** One text message was written to the socket, in the order they were sent. Called on the thread that wrote it. */
    void onWritten(long atNs);
}
