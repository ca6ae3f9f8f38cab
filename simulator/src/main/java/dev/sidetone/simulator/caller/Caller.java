package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;

/**
 * Who speaks into the line and hears the agent. Called on the line thread only, once per tick each, first {@link #ear}, then
 * {@link #mouth}; never blocks.
 */
public interface Caller {
    /** The call is up: the stream has started. */
    void answered(Handset handset);

    /** The next 20 ms of what the caller hears. */
    void ear(LineFrame heard);

    /** The next 20 ms of what the caller says. */
    LineFrame mouth();

    /** The call is over; devices may be let go. */
    void hungUp();

    /**
     * Whether this caller announces the edges of its speech through {@link Handset#speechStarts} and {@link Handset#speechEnds}; if
     * not they are found by energy.
     */
    boolean knowsItsEdges();

    /** Ticks that a sound device's clock was corrected by dropping or repeating a frame, so far. */
    default long clockCorrections() {
        return 0;
    }
}
