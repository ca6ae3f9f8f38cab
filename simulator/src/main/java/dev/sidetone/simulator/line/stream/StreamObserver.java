package dev.sidetone.simulator.line.stream;

/** Follows one stream for a server that asked for its status. Called on the line thread. */
public interface StreamObserver {
    /** The socket is open and the opening messages were sent. */
    void started();

    /** The stream ended as it should, or never began. May be called again after an end, which changes nothing. */
    void stopped();

    /** The stream could not be opened, or was lost, with the finding of this code. */
    void failed(String code);
}
