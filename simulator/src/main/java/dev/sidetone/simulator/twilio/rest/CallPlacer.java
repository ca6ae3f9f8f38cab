package dev.sidetone.simulator.twilio.rest;

/** What places the calls that the REST API is asked for. Any thread; returns at once. */
public interface CallPlacer {
    /** Places a call, which is entered in the book before this returns. */
    CallRecord dial(OutboundCall call);
}
