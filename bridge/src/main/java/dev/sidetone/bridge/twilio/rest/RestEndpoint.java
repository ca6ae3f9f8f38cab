package dev.sidetone.bridge.twilio.rest;

import java.net.URI;
import java.util.Locale;

/**
 * Where the SDK's requests really go. Twilio serves each of its products from a host of its own, and the SDK names it: that stays as it
 * is, in the region that the account's address names. Anywhere else one host stands for them all. Immutable.
 */
final class RestEndpoint {
    private static final String API = "api.";
    private static final String TWILIO = ".twilio.com";

    private final URI api;

    RestEndpoint(URI api) {
        this.api = api;
    }

    /** The address of what the SDK calls {@code sdks}. */
    URI of(URI sdks) {
        String query = sdks.getRawQuery() == null ? "" : "?" + sdks.getRawQuery();
        return URI.create(api.getScheme() + "://" + authority(sdks) + sdks.getRawPath() + query);
    }

    private String authority(URI sdks) {
        String own = String.valueOf(api.getHost()).toLowerCase(Locale.ROOT);
        String asked = String.valueOf(sdks.getHost()).toLowerCase(Locale.ROOT);
        if (!own.startsWith(API) || !own.endsWith(TWILIO) || !asked.endsWith(TWILIO)) {
            return api.getRawAuthority();
        }
        String product = asked.substring(0, asked.indexOf('.'));
        return product + api.getRawAuthority().substring(API.length() - 1);
    }
}
