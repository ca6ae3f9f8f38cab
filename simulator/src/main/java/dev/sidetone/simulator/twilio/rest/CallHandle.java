package dev.sidetone.simulator.twilio.rest;

import dev.sidetone.simulator.findings.Finding;

/** A call that is not over, as the REST API may touch it: any thread, returns at once, harmless when the call has ended. */
public interface CallHandle {
    /** Pulls the call off whatever it does; it goes on with {@code next} and never comes back. */
    void redirect(TwimlSource next);

    /** Ends the call. */
    void hangUp(String why);

    /** Something is wrong with what was wished of the call. */
    void found(Finding finding);

    /** A fault that was dialled befell what was asked about the call. */
    void befell(String fault);
}
