package dev.sidetone.simulator.line;

import dev.sidetone.simulator.findings.Finding;

/** Takes what one call reports to the carrier above it. Called on the line thread. */
public interface CallObserver {
    /** The caller is on the line from now on. */
    void answered();

    /** The caller pressed a key while no stream was open to take it: one of 0-9, * and #. */
    void key(char key);

    /** Something is wrong with the call; its texts hold no credentials. */
    void found(Finding finding);

    /** The call is about to end: what acts on it stops, while its streams are still closing. May be called more than once. */
    void ending(CallEnding ending);

    /** The call is over; its last fact was added. */
    void ended(CallEnding ending);
}
