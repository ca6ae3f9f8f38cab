package dev.sidetone.simulator.phone;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The address and the login of the fake Twilio's REST API for a server under test.
 *
 * @param url in place of {@code https://api.twilio.com}
 * @param accountSid the account
 * @param token the token that everybody may know; null where it is the user's own, which is not shown
 */
public record RestAccess(URI url, String accountSid, @Nullable String token) {
    /** Without the token. */
    @Override
    public String toString() {
        return "RestAccess[" + url + "]";
    }
}
