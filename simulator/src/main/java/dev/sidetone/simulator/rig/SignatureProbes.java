package dev.sidetone.simulator.rig;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.net.SocketNetwork;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.webhook.SignatureProbe;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Checks before a call that a server refuses requests with no signature and with a wrong one. The embedded bridge accepts unsigned
 * requests of this very machine on purpose: it is sent the wrong one alone.
 */
public final class SignatureProbes {
    /** The time that Twilio gives a webhook for its answer. */
    private static final long MOST_S = 15;

    private SignatureProbes() {}

    /** Sends the probes of a call; returns a finding for each that was accepted. */
    public static List<Finding> send(CallPlan plan, ServerChoice server) throws WrongSetting, CannotRun {
        try (Network network = new SocketNetwork(NanoClock.system(), server.trust())) {
            SignatureProbe probe = new SignatureProbe(network, plan);
            Optional<Finding> unsigned = server.to() == null ? Optional.empty() : accepted(probe.unsigned());
            return Stream.of(unsigned, accepted(probe.wronglySigned()))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    /** A server that does not answer is reported by the call itself. */
    private static Optional<Finding> accepted(CompletableFuture<Optional<Finding>> answer) throws CannotRun {
        try {
            return answer.get(MOST_S, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("the call was interrupted", e);
        }
    }
}
