package dev.sidetone.simulator.live.address;

import dev.sidetone.bridge.BridgeProbe;
import org.jspecify.annotations.Nullable;

/** Names the problem that a response to {@code GET /health} shows. Stateless. */
final class HealthProblems {
    private HealthProblems() {}

    /** Returns null where the bridge {@code instance} itself answered and accepted the signature. */
    static @Nullable AddressProblem problem(HealthResponse response, PublicAddress address, String instance) {
        String named = response.header(BridgeProbe.INSTANCE);
        if (named.isEmpty()) {
            return notOurs(response, address);
        }
        if (!named.equals(instance)) {
            return new AddressProblem(
                    "another Sidetone answers at " + address.origin(),
                    "stop the other one, or let the tunnel lead to this bridge's port");
        }
        if (response.status() != 200) {
            return new AddressProblem("the bridge is going down", "start it anew");
        }
        return signature(response.header(BridgeProbe.SIGNATURE), address);
    }

    private static @Nullable AddressProblem signature(String verdict, PublicAddress address) {
        return switch (verdict) {
            case "genuine" -> null;
            case "missing" ->
                new AddressProblem(
                        "a proxy at " + address.host() + " removes the X-Twilio-Signature header",
                        "let it pass on every header: without this one each call is refused with 403");
            default ->
                new AddressProblem(
                        "the bridge rejects signatures for " + address.origin(),
                        "does it run with another public address or TWILIO_AUTH_TOKEN, or does a proxy rewrite the path?");
        };
    }

    private static AddressProblem notOurs(HealthResponse response, PublicAddress address) {
        AddressProblem tunnel = TunnelErrorPages.problem(response.status(), response.headers(), response.body());
        if (tunnel != null) {
            return tunnel;
        }
        int status = response.status();
        String host = address.host();
        if (status >= 300 && status < 400) {
            return new AddressProblem(
                    host + " redirects to " + response.header("Location") + " (" + status + ")",
                    "Twilio's streams follow no redirect: give the address that it leads to");
        }
        if (status == 401 || status == 403) {
            return new AddressProblem(
                    "a login or firewall before the bridge refuses requests (" + status + ")",
                    "exempt Twilio from the login or the firewall rule: the bridge checks its signatures");
        }
        if (status == 502 || status == 503 || status == 504) {
            return new AddressProblem(
                    "a proxy at " + host + " does not reach the bridge (" + status + ")",
                    "let it lead to the bridge's port, by http");
        }
        return new AddressProblem(
                "another server than this bridge answers at " + address.origin() + " (" + status + ")",
                "the tunnel or proxy leads to a wrong port: let it lead to the bridge's");
    }
}
