package dev.sidetone.simulator.line.fault;

/** A request to the server's webhook is made twice, with one idempotency token. */
public record WebhookTwice() implements ServerFault {
    static final FaultKind KIND = FaultKind.plain(
            "webhook-twice",
            "one request made twice, with the same idempotency token; the first answer counts",
            WebhookTwice::new);

    @Override
    public FaultKind kind() {
        return KIND;
    }
}
