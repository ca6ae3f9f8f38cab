package dev.sidetone.simulator.rig;

import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.line.net.Loopback;
import dev.sidetone.simulator.line.net.OriginMapping;
import dev.sidetone.simulator.line.net.StreamOrigin;
import dev.sidetone.simulator.line.net.TrustedCertificates;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.NumberSetup;
import dev.sidetone.simulator.twilio.plan.SignatureQuirk;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The server that a call reaches, and the set-up of the number there.
 *
 * @param to the webhook of the server under test, or null for the embedded bridge
 * @param as the public https origin that the server believes it has, or null
 * @param streams the origin that streams are connected to
 * @param ca a PEM file of authorities to trust besides the public ones, or null
 * @param setup the number's set-up besides the webhook
 * @param quirks the variants of Twilio's signature that are used
 */
public record ServerChoice(
        @Nullable URI to,
        @Nullable URI as,
        StreamOrigin streams,
        @Nullable Path ca,
        NumberSetup setup,
        Set<SignatureQuirk> quirks) {
    /** The embedded bridge. */
    public static final ServerChoice EMBEDDED =
            new ServerChoice(null, null, StreamOrigin.AUTO, null, NumberSetup.PLAIN, Set.of());

    /** The server at {@code webhook}, with every default. */
    public static ServerChoice at(URI webhook) {
        return new ServerChoice(webhook, null, StreamOrigin.AUTO, null, NumberSetup.PLAIN, Set.of());
    }

    /** The certificates that are trusted. */
    TrustedCertificates trust() throws WrongSetting {
        if (ca == null) {
            return TrustedCertificates.publicAuthorities();
        }
        try {
            return TrustedCertificates.withAuthorities(ca);
        } catch (IOException e) {
            throw new WrongSetting("--ca " + ca + " " + e.getMessage(), e);
        }
    }

    /** A plan of a call to the server; {@code embedded} is the embedded bridge's webhook. */
    CallPlan plan(URI embedded) {
        CallPlan plan = CallPlan.to(to == null ? embedded : to).having(setup).signing(quirks);
        return to == null ? plan : plan.by(OriginMapping.to(to, as, streams));
    }

    /** A warning before anything is sent to a server that is not on this machine. */
    public Optional<String> warning() {
        if (to == null || Loopback.is(to)) {
            return Optional.empty();
        }
        return Optional.of(
                "note: " + to.getHost() + " is not this machine, and a simulated call is still a real call for"
                        + " the server's side effects: what it books, bills and sends is real");
    }
}
