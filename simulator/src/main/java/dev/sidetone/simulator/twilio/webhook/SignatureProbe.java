package dev.sidetone.simulator.twilio.webhook;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.findings.WebhookCode;
import dev.sidetone.simulator.line.net.HttpAnswer;
import dev.sidetone.simulator.line.net.MappedNetwork;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.Sids;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * Probes a call's webhook with requests that it should refuse: once without a signature, once with one by another token. Each
 * request is for a call of its own that never comes. For any thread.
 */
public final class SignatureProbe {
    private static final String SIGNATURE = "X-Twilio-Signature";
    private static final String STRANGERS_TOKEN = "00000000000000000000000000000000";
    private static final int SUCCESSES = 200;
    private static final int REDIRECTS = 300;
    /** TwiML that turns a caller away is a refusal, whatever its status. */
    private static final Pattern INSTRUCTIONS =
            Pattern.compile("<(Connect|Start|Say|Play|Dial|Gather|Redirect|Record)\\b");

    private final Network network;
    private final CallPlan plan;

    public SignatureProbe(Network network, CallPlan plan) {
        this.network = new MappedNetwork(network, plan.detour(), note -> {});
        this.plan = plan;
    }

    /** Asks without a signature; a finding if the server answers all the same. */
    public CompletableFuture<Optional<Finding>> unsigned() {
        SignedRequest asking = asking(plan);
        Map<String, String> headers = new HashMap<>(asking.headers());
        headers.remove(SIGNATURE);
        return ask(asking, headers, "without a signature");
    }

    /** Asks with a signature that only somebody else could have made; a finding if the server answers all the same. */
    public CompletableFuture<Optional<Finding>> wronglySigned() {
        SignedRequest asking = asking(plan.signedBy(plan.accountSid(), STRANGERS_TOKEN));
        return ask(asking, asking.headers(), "with a wrong signature");
    }

    private SignedRequest asking(CallPlan signer) {
        Sids sids = new Sids(new Random(plan.seed() ^ signer.authToken().hashCode()));
        Map<String, String> fields = WebhookForm.fields(plan, sids.call(), "ringing");
        return SignedRequest.of(signer, plan.setup().method(), plan.webhook(), fields, sids.request(), false);
    }

    private CompletableFuture<Optional<Finding>> ask(SignedRequest asking, Map<String, String> headers, String how) {
        CompletableFuture<Optional<Finding>> done = new CompletableFuture<>();
        network.request(
                asking.method(), asking.url(), headers, asking.body(), answer -> done.complete(judged(answer, how)));
        return done;
    }

    private Optional<Finding> judged(HttpAnswer answer, String how) {
        boolean accepted = answer instanceof HttpAnswer.Answered answered
                && answered.status() >= SUCCESSES
                && answered.status() < REDIRECTS
                && INSTRUCTIONS.matcher(answered.body()).find();
        return accepted ? Optional.of(accepted(how)) : Optional.empty();
    }

    private Finding accepted(String how) {
        return WebhookCode.UNSIGNED_ACCEPTED.found("The webhook " + plan.webhook() + " gave its TwiML to a request "
                + how + ": anybody can use the agent at your cost.");
    }
}
