package dev.sidetone.simulator.findings;

import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Thresholds;
import java.util.function.Consumer;

/**
 * Finds a webhook that takes more than two seconds: the caller hears it ring for that long, and Twilio gives up after fifteen. The time of
 * an injected delay is not the webhook's.
 */
final class SlowWebhook implements Check {
    private final InjectedFaults dialled = new InjectedFaults("webhook-slow");

    @Override
    public void fold(Fact fact, Consumer<Finding> found) {
        dialled.fold(fact);
        if (fact instanceof Fact.WebhookAnswered answered
                && answered.tookNs() - dialled.heldNs() > Thresholds.WEBHOOK_MS * 1_000_000L) {
            found.accept(WebhookCode.SLOW_WEBHOOK.found(
                    "The webhook took " + (answered.tookNs() - dialled.heldNs()) / 1_000_000 + " ms to answer."));
        }
    }
}
