package dev.sidetone.simulator.twilio.rest;

import java.net.URI;

/** Where a call's next TwiML comes from. */
public sealed interface TwimlSource {
    /** The server is asked for it. */
    record Fetched(URI url, String method) implements TwimlSource {}

    /** The request brought it along. */
    record Inline(String twiml) implements TwimlSource {}
}
