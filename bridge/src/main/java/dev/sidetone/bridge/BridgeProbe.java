package dev.sidetone.bridge;

import dev.sidetone.bridge.twilio.SignatureValidator;

/**
 * The headers and paths by which a client verifies that a public address leads to this very bridge. Stateless.
 *
 * <p>The response of {@code GET /health} names the running bridge and the verdict on the request's signature. A WebSocket handshake that
 * asks for the mirror gets, instead of a call, a stream that sends the bridge's name and echoes what it receives.
 */
public final class BridgeProbe {
    /** The path of the health check. */
    public static final String HEALTH = "/health";

    /** The path of the voice webhook; a signed request without a call is refused, and the refusal names the bridge. */
    public static final String VOICE = "/voice";

    /** The path of Media Streams. */
    public static final String STREAM = "/media";

    /** In the response of {@code /health}, and of {@code /voice} without a call: {@link Bridge#instance()}. */
    public static final String INSTANCE = "X-Sidetone";

    /** In the response of {@code /health}, the verdict on the request's signature: {@code genuine}, {@code missing} or {@code wrong}. */
    public static final String SIGNATURE = "X-Sidetone-Signature";

    /** In a WebSocket handshake, with any value: asks for the mirror in place of a call. */
    public static final String MIRROR = "X-Sidetone-Mirror";

    private BridgeProbe() {}

    /** The mirror's first message. */
    public static String greeting(String instance) {
        return "sidetone " + instance;
    }

    /** The value of {@code X-Twilio-Signature} for a GET or a WebSocket handshake at {@code url}. */
    public static String sign(String authToken, String url) {
        return new SignatureValidator(authToken).signature(url);
    }
}
