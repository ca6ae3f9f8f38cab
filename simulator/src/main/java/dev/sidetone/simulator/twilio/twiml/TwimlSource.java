package dev.sidetone.simulator.twilio.twiml;

import dev.sidetone.simulator.line.net.HttpAnswer;
import java.net.URI;

/** The place from which a call's next TwiML comes. Immutable. */
public sealed interface TwimlSource {
    /** The server is asked for it. */
    record Fetched(URI url, String method) implements TwimlSource {}

    /** The request brought it along. */
    record Inline(String twiml) implements TwimlSource {
        /** It has no address, so that relative URLs in it lead nowhere. */
        public static final URI URL = URI.create("twiml:inline");

        private static final int OK = 200;

        /** The TwiML as if a server had answered with it. */
        HttpAnswer.Answered answer(long nowNs) {
            return new HttpAnswer.Answered(nowNs, URL, OK, "application/xml", twiml, false);
        }
    }
}
