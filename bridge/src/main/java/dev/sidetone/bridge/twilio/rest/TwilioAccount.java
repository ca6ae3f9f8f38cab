package dev.sidetone.bridge.twilio.rest;

import java.net.URI;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Whose calls are controlled.
 *
 * @param sid starts with AC
 * @param authToken never printed
 * @param api where the REST API is; only scheme, host and port count
 * @param trust whose certificates are believed; null for Java's own list of authorities
 */
public record TwilioAccount(String sid, String authToken, URI api, @Nullable SSLContext trust) {
    private static final URI TWILIO = URI.create("https://api.twilio.com");

    /** An account at Twilio itself. */
    public TwilioAccount(String sid, String authToken) {
        this(sid, authToken, TWILIO);
    }

    /** An account elsewhere, with a certificate that everybody believes, or none. */
    public TwilioAccount(String sid, String authToken, URI api) {
        this(sid, authToken, api, null);
    }

    @Override
    public String toString() {
        return "TwilioAccount[" + sid + " at " + api + "]";
    }
}
