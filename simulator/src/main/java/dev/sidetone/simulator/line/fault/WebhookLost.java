package dev.sidetone.simulator.line.fault;

/** A request to the webhook does not get there: no connection comes about, which Twilio tries once more. */
public record WebhookLost() implements ServerFault {
    static final FaultKind KIND =
            FaultKind.plain("webhook-lost", "one request never: no connection comes about", WebhookLost::new);

    @Override
    public FaultKind kind() {
        return KIND;
    }
}
