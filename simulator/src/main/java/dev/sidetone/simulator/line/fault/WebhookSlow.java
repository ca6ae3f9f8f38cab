package dev.sidetone.simulator.line.fault;

import java.time.Duration;

/** A request to the webhook takes {@code length} longer to get there. */
public record WebhookSlow(Duration length) implements ServerFault {
    static final FaultKind KIND = FaultKind.timed(
            "webhook-slow", "3s", Duration.ofSeconds(60), "one request so much later", WebhookSlow::new);

    @Override
    public FaultKind kind() {
        return KIND;
    }

    @Override
    public String text() {
        return KIND.text(length);
    }
}
