package dev.sidetone.simulator.line.net;

import dev.sidetone.bridge.socket.ConnectionListener;

/** What a stream's WebSocket tells: called on the socket's threads, which hand over and do nothing else. */
public interface StreamSocketListener extends ConnectionListener {
    /** There was no connection to ask over: nothing else is told. */
    void onUnreachable(ConnectionFailure trouble, String why, long atNs);

    /** One text message was written to the socket, in the order they were sent. Called on the thread that wrote it. */
    void onWritten(long atNs);
}
