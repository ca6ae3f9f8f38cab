package dev.sidetone.simulator.twilio.rest;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.twilio.twiml.TwimlSource;

/** The REST API's control of one call. For any thread; returns at once, and is harmless when the call has ended. */
public interface CallHandle {
    /** A call that has ended. */
    CallHandle OVER = new CallHandle() {
        @Override
        public void redirect(TwimlSource next) {}

        @Override
        public void hangUp(String why) {}

        @Override
        public void found(Finding finding) {}

        @Override
        public void faultBegan(String fault) {}
    };

    /** Takes the call off what it does, which is never resumed; it goes on with {@code next}. */
    void redirect(TwimlSource next);

    /** Ends the call. */
    void hangUp(String why);

    /** Something is wrong with a request about the call. */
    void found(Finding finding);

    /** An injected fault disturbed a request about the call. */
    void faultBegan(String fault);
}
