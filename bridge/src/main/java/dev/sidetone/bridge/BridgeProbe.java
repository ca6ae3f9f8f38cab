package dev.sidetone.bridge;

import dev.sidetone.bridge.twilio.SignatureValidator;

/**
 * How somebody who looks at a bridge through its public address knows it: the names of the headers, and what its mirror says first.
 * Stateless.
 *
 * <p>{@code GET /health} names the running bridge and judges the request's signature; an upgrade that asks for the mirror gets, instead
 * of a call, a stream that says the bridge's name and sends back what it is told.
 */
public final class BridgeProbe {
    /** Where the bridge says how it is. */
    public static final String HEALTH = "/health";

    /** Where streams arrive. */
    public static final String STREAM = "/media";

    /** In the answer of {@code /health}: {@link Bridge#instance()}. */
    public static final String INSTANCE = "X-Sidetone";

    /** In the answer of {@code /health}: {@code genuine}, {@code missing} or {@code wrong}. */
    public static final String SIGNATURE = "X-Sidetone-Signature";

    /** In an upgrade's request, with any value: no call, the mirror. */
    public static final String MIRROR = "X-Sidetone-Mirror";

    private BridgeProbe() {}

    /** What a mirror says first. */
    public static String greeting(String instance) {
        return "sidetone " + instance;
    }

    /** What {@code X-Twilio-Signature} is for a GET or an upgrade of {@code url}. */
    public static String sign(String authToken, String url) {
        return new SignatureValidator(authToken).signature(url);
    }
}
