package dev.sidetone.bridge.twilio.rest;

import java.net.URI;

/**
 * Whose calls are controlled.
 *
 * @param sid starts with AC
 * @param authToken never printed
 * @param api where the REST API is; only scheme, host and port count
 */
public record TwilioAccount(String sid, String authToken, URI api) {
    private static final URI TWILIO = URI.create("https://api.twilio.com");

    /** An account at Twilio itself. */
    public TwilioAccount(String sid, String authToken) {
        this(sid, authToken, TWILIO);
    }

    @Override
    public String toString() {
        return "TwilioAccount[" + sid + " at " + api + "]";
    }
}
