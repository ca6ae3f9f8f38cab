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
 * Which server is called, and as what.
 *
 * @param to webhook of the server under test, or null for the embedded bridge
 * @param as the https origin that it believes it has, or null
 * @param streams which origin a stream is dialled at
 * @param ca a PEM file of authorities to believe besides the public ones, or null
 * @param setup what is set up besides the webhook
 * @param quirks which of Twilio's unknown forms of signing are tried
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

    /** Whose certificates are believed. */
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

    /** A call to the server; {@code embedded} is the embedded bridge's webhook. */
    CallPlan plan(URI embedded) {
        CallPlan plan = CallPlan.to(to == null ? embedded : to).having(setup).signing(quirks);
        return to == null ? plan : plan.by(OriginMapping.to(to, as, streams));
    }

    /** What a person should know before anything is sent to a server that is not on this machine. */
    public Optional<String> warning() {
        if (to == null || Loopback.is(to)) {
            return Optional.empty();
        }
        return Optional.of(
                "note: " + to.getHost() + " is not this machine, and a simulated call is still a real call for"
                        + " the server's side effects: what it books, bills and sends is real");
    }
}
