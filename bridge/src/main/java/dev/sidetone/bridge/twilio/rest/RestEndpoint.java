package dev.sidetone.bridge.twilio.rest;

import java.net.URI;
import java.util.Locale;

/**
 * Maps the SDK's URLs to the account's API endpoint. Twilio serves each product from a host of its own, which is kept, in the region of
 * the account's endpoint. Any other endpoint is one host for all products. Immutable.
 */
final class RestEndpoint {
    private static final String API = "api.";
    private static final String TWILIO = ".twilio.com";

    private final URI api;

    RestEndpoint(URI api) {
        this.api = api;
    }

    /** The URL to use in place of the SDK's. */
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
