package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;

/**
 * The human side of a call: speaks into the line and hears the agent. Each tick the line thread calls first {@link #ear}, then
 * {@link #mouth}; implementations never block.
 */
public interface Caller {
    /** Called when the call is answered. */
    void answered(Handset handset);

    /** Called when a two-way stream has started, after {@link #answered}: from here on somebody listens and can answer. */
    default void streamStarted() {}

    /** Takes the next 20 ms that the caller hears. */
    void ear(LineFrame heard);

    /** Returns the next 20 ms that the caller says. */
    LineFrame mouth();

    /** Called when the call is over; releases devices. */
    void hungUp();

    /**
     * Whether this caller reports the edges of its speech through {@link Handset#speechStarts} and {@link Handset#speechEnds}. Otherwise they
     * are detected by energy.
     */
    boolean knowsItsEdges();

    /** The number of clock corrections of this caller's sound devices so far. */
    default long clockCorrections() {
        return 0;
    }
}
