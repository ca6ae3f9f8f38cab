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
 * Whether a server checks signatures, asked before a call. The embedded bridge lets unsigned requests of this very machine in on purpose:
 * nothing is said about that.
 */
final class Probing {
    /** A webhook has fifteen seconds for an answer. */
    private static final long MOST_S = 15;

    private Probing() {}

    static List<Finding> of(CallPlan plan, ServerChoice server) throws WrongSetting, CannotRun {
        try (Network network = new SocketNetwork(NanoClock.system(), server.trust())) {
            SignatureProbe probe = new SignatureProbe(network, plan);
            Optional<Finding> unsigned = server.to() == null ? Optional.empty() : told(probe.unsigned());
            return Stream.of(unsigned, told(probe.wronglySigned()))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    /** A server that does not answer is the call's affair. */
    private static Optional<Finding> told(CompletableFuture<Optional<Finding>> answer) throws CannotRun {
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
