package dev.sidetone.bridge.twilio.rest;

import java.net.URI;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The Twilio account whose calls and numbers are used, with its credentials.
 *
 * @param sid the account's id, which starts with AC
 * @param authToken never printed
 * @param api the REST API's endpoint; only scheme, host and port count
 * @param trust the certificate authorities to trust; null for Java's own list
 */
public record TwilioAccount(String sid, String authToken, URI api, @Nullable SSLContext trust) {
    private static final URI TWILIO = URI.create("https://api.twilio.com");

    /** An account at Twilio itself. */
    public TwilioAccount(String sid, String authToken) {
        this(sid, authToken, TWILIO);
    }

    /** An account at another endpoint, with a publicly trusted certificate or without TLS. */
    public TwilioAccount(String sid, String authToken, URI api) {
        this(sid, authToken, api, null);
    }

    @Override
    public String toString() {
        return "TwilioAccount[" + sid + " at " + api + "]";
    }
}
