package dev.sidetone.simulator.live.address;

import dev.sidetone.bridge.BridgeProbe;
import dev.sidetone.bridge.time.NanoClock;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Looks at a bridge through its public address, as Twilio would. Made for one look; {@link #check} blocks, at most about 10 s. */
public final class AddressCheck {
    private static final long WHOLE_MS = 10_000;

    private final PublicAddress address;
    private final String instance;
    private final String authToken;
    private final SSLContext trust;
    private final CheckTimeouts limits;
    private final NanoClock clock = NanoClock.system();
    private volatile @Nullable Double healthMs;
    private volatile @Nullable Double upgradeMs;
    private volatile @Nullable Double roundTripMs;

    private AddressCheck(
            PublicAddress address, String instance, SSLContext trust, String authToken, CheckTimeouts limits) {
        this.address = address;
        this.instance = instance;
        this.trust = trust;
        this.authToken = authToken;
        this.limits = limits;
    }

    /**
     * What came of it.
     *
     * @param good whether a call would get through
     * @param healthMs until {@code /health} was answered, connecting included; null when it was not
     * @param upgradeMs until a WebSocket was open, connecting included; null when none was
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
        return check(address, instance, trust, authToken, CheckTimeouts.USUAL);
    }

    static Report check(
            PublicAddress address, String instance, SSLContext trust, String authToken, CheckTimeouts limits) {
        if (!address.origin().startsWith("https://")) {
            return new Report(
                    false,
                    null,
                    null,
                    null,
                    address.origin() + " is not https, and Twilio opens streams by wss only",
                    "give the https address of the tunnel or proxy");
        }
        AddressCheck check = new AddressCheck(address, instance, trust, authToken, limits);
        try {
            return check.report(TimeLimit.await("sidetone-address", WHOLE_MS, check::look));
        } catch (TimeoutException | ExecutionException e) {
            return check.report(ConnectProblems.hitch(e, address));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return check.report(new AddressProblem("the check was given up", "try again"));
        }
    }

    /** What stands in the way, or null. */
    private @Nullable AddressProblem look() throws InterruptedException {
        AddressProblem health = health();
        return health == null ? stream() : health;
    }

    private @Nullable AddressProblem health() throws InterruptedException {
        long askedNs = clock.nowNs();
        try {
            HealthResponse answer = HealthResponse.ask(client(), address.origin(), authToken, limits);
            healthMs = (clock.nowNs() - askedNs) / 1e6;
            return HealthProblems.hitch(answer, address, instance);
        } catch (IllegalArgumentException e) {
            return new AddressProblem(address.origin() + " is no address", "write it as in https://voice.example.com");
        } catch (IOException e) {
            return ConnectProblems.hitch(e, address);
        }
    }

    private @Nullable AddressProblem stream() throws InterruptedException {
        try (MirrorProbe mirror = MirrorProbe.open(client(), address.origin(), authToken, limits, clock)) {
            upgradeMs = mirror.upgradeMs();
            String greeting = mirror.hear();
            if (greeting == null) {
                return UpgradeProblems.silent(address);
            }
            if (!greeting.equals(BridgeProbe.greeting(instance))) {
                return UpgradeProblems.anothers(address);
            }
            Double thereAndBackMs = mirror.roundTripMs();
            roundTripMs = thereAndBackMs;
            return thereAndBackMs == null ? UpgradeProblems.silent(address) : null;
        } catch (ExecutionException | TimeoutException e) {
            return UpgradeProblems.hitch(e, address);
        }
    }

    /** A new one for each question: Twilio connects anew for a stream, and so the time to do so is part of it. */
    private HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trust)
                .connectTimeout(Duration.ofMillis(limits.connectMs()))
                .build();
    }

    private Report report(@Nullable AddressProblem hitch) {
        if (hitch != null) {
            return new Report(false, healthMs, upgradeMs, roundTripMs, hitch.what(), hitch.cure());
        }
        String reached = String.format(
                Locale.ROOT,
                "%s reaches this bridge: answered in %.0f ms, stream open in %.0f ms, there and back in %.1f ms",
                address.origin(),
                healthMs,
                upgradeMs,
                roundTripMs);
        return new Report(true, healthMs, upgradeMs, roundTripMs, reached, "");
    }
}
