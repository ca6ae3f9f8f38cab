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

/** Checks that a bridge is reached through its public address as Twilio would reach it. {@link #check} blocks, at most about 10 s. */
public final class AddressCheck {
    private final PublicAddress address;
    private final String instance;
    private final String authToken;
    private final SSLContext trust;
    private final CheckTimeouts timeouts;
    private final NanoClock clock = NanoClock.system();
    private volatile @Nullable Double healthMs;
    private volatile @Nullable Double upgradeMs;
    private volatile @Nullable Double roundTripMs;

    private AddressCheck(
            PublicAddress address, String instance, SSLContext trust, String authToken, CheckTimeouts timeouts) {
        this.address = address;
        this.instance = instance;
        this.trust = trust;
        this.authToken = authToken;
        this.timeouts = timeouts;
    }

    /**
     * The result of a check. Immutable.
     *
     * @param good true where a call would get through
     * @param healthMs the time until {@code /health} was answered, connecting included; null without an answer
     * @param upgradeMs the time until a WebSocket was open, connecting included; null where none was
     * @param roundTripMs the shortest round trip over the WebSocket, or null
     * @param what the result in one line, for a person
     * @param cure the cure of a problem; empty where there is none
     */
    public record Report(
            boolean good,
            @Nullable Double healthMs,
            @Nullable Double upgradeMs,
            @Nullable Double roundTripMs,
            String what,
            String cure) {}

    /**
     * Requests {@code /health} and {@code /voice} and completes a signed WebSocket upgrade through {@code address}, without beginning a
     * call.
     *
     * @param instance the identity of the bridge to reach, {@link dev.sidetone.bridge.Bridge#instance}
     * @param trust the certificate authorities that are trusted
     * @param authToken the token by which the bridge checks signatures
     */
    public static Report check(PublicAddress address, String instance, SSLContext trust, String authToken) {
        return check(address, instance, trust, authToken, CheckTimeouts.USUAL);
    }

    /** The same in 5 s at the most, for an address that was reached before. */
    public static Report recheck(PublicAddress address, String instance, SSLContext trust, String authToken) {
        return check(address, instance, trust, authToken, CheckTimeouts.AGAIN);
    }

    static Report check(
            PublicAddress address, String instance, SSLContext trust, String authToken, CheckTimeouts timeouts) {
        if (!address.origin().startsWith("https://")) {
            return new Report(
                    false,
                    null,
                    null,
                    null,
                    address.origin() + " is not https, and Twilio opens streams by wss only",
                    "give the https address of the tunnel or proxy");
        }
        AddressCheck check = new AddressCheck(address, instance, trust, authToken, timeouts);
        try {
            return check.report(TimeLimit.await("sidetone-address", timeouts.wholeMs(), check::find));
        } catch (TimeoutException | ExecutionException e) {
            return check.report(ConnectProblems.problem(e, address));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return check.report(new AddressProblem("the check was given up", "try again"));
        }
    }

    /** Returns the first problem, or null. */
    private @Nullable AddressProblem find() throws InterruptedException {
        AddressProblem health = health();
        AddressProblem stream = health == null ? stream() : health;
        return stream == null ? voice() : stream;
    }

    /** The voice webhook may lead elsewhere than the other paths. */
    private @Nullable AddressProblem voice() throws InterruptedException {
        try {
            HealthResponse response = HealthResponse.ofVoice(client(), address.origin(), authToken, timeouts);
            return response.header(BridgeProbe.INSTANCE).equals(instance)
                    ? null
                    : new AddressProblem(
                            "another server than this bridge answers " + address.origin() + BridgeProbe.VOICE + " ("
                                    + response.status() + ")",
                            "let " + BridgeProbe.VOICE + " lead to the bridge's port, as the other paths do");
        } catch (IOException e) {
            return ConnectProblems.problem(e, address);
        }
    }

    private @Nullable AddressProblem health() throws InterruptedException {
        long requestedNs = clock.nowNs();
        try {
            HealthResponse response = HealthResponse.request(client(), address.origin(), authToken, timeouts);
            healthMs = (clock.nowNs() - requestedNs) / 1e6;
            return HealthProblems.problem(response, address, instance);
        } catch (IllegalArgumentException e) {
            return new AddressProblem(address.origin() + " is no address", "write it as in https://voice.example.com");
        } catch (IOException e) {
            return ConnectProblems.problem(e, address);
        }
    }

    private @Nullable AddressProblem stream() throws InterruptedException {
        try (MirrorProbe mirror = MirrorProbe.open(client(), address.origin(), authToken, timeouts, clock)) {
            upgradeMs = mirror.upgradeMs();
            String greeting = mirror.receive();
            if (greeting == null) {
                return UpgradeProblems.silent(address);
            }
            if (!greeting.equals(BridgeProbe.greeting(instance))) {
                return UpgradeProblems.otherBridge(address);
            }
            Double shortestMs = mirror.roundTripMs();
            roundTripMs = shortestMs;
            return shortestMs == null ? UpgradeProblems.silent(address) : null;
        } catch (ExecutionException | TimeoutException e) {
            return UpgradeProblems.problem(e, address);
        }
    }

    /** Creates a client for each request: Twilio connects anew for a stream, so the time to connect counts. */
    private HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trust)
                .connectTimeout(Duration.ofMillis(timeouts.connectMs()))
                .build();
    }

    private Report report(@Nullable AddressProblem problem) {
        if (problem != null) {
            return new Report(false, healthMs, upgradeMs, roundTripMs, problem.what(), problem.cure());
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
