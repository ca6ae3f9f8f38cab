package dev.sidetone.simulator.live.address;

import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Looks at a bridge through its public address. Blocks, at most about 10 s; stateless. */
public final class AddressCheck {
    private AddressCheck() {}

    /**
     * What came of it.
     *
     * @param good whether a call would get through
     * @param healthMs until {@code /health} was answered, or null
     * @param upgradeMs until a WebSocket was open, or null
     * @param roundTripMs there and back over the open WebSocket, the best of a few, or null
     * @param what for people, in one line
     * @param cure what to do about it; empty when it is good
     */
    public record Report(
            boolean good,
            @Nullable Double healthMs,
            @Nullable Double upgradeMs,
            @Nullable Double roundTripMs,
            String what,
            String cure) {}

    /**
     * Reaches {@code /health} and completes a signed WebSocket upgrade through {@code address}; no call begins by it.
     *
     * @param instance the bridge that should be reached, {@link dev.sidetone.bridge.Bridge#instance}
     * @param trust whose certificates are believed
     * @param authToken what the bridge checks signatures with
     */
    public static Report check(PublicAddress address, String instance, SSLContext trust, String authToken) {
        return new Report(false, null, null, null, address + " has not been looked at", "this check is not written yet");
    }
}
