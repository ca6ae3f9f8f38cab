package dev.sidetone.simulator.line.stream;

import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.simulator.findings.Finding;
import java.net.URI;

/** A stream of either kind, as its place in the call and its socket see it. On the line thread but for {@link #stamps}. */
public sealed interface LineStream permits MediaStream, OneWayStream {
    boolean isOpen();

    /** Ends an open stream from Twilio's side: {@code stop}, then the closing handshake. */
    void stop();

    /** Drops the connection without a word; nothing is told any more. */
    void cut();

    /** What was dialled. */
    URI url();

    /** Told by the socket's own thread when a frame was written. */
    FrameStamps stamps();

    /** The socket is open. */
    void opened(Connection wire, long atNs);

    /** The server said something. */
    void text(String text, long atNs);

    /** The server said something in binary. */
    void binary();

    /** The socket is closed. */
    void closed(StreamClose close, long atNs);

    /** The socket never opened. */
    void failed(Finding finding);
}
