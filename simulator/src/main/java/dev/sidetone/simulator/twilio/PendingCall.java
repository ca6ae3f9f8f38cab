package dev.sidetone.simulator.twilio;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.twilio.rest.CallHandle;
import dev.sidetone.simulator.twilio.twiml.TwimlSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The REST API's control of a call that is not placed yet: what is asked of it waits until it is. For any thread. */
final class PendingCall implements CallHandle {
    private final CompletableFuture<TwilioCall> call = new CompletableFuture<>();

    void placed(TwilioCall placed) {
        call.complete(placed);
    }

    @Override
    public void redirect(TwimlSource next) {
        then(placed -> placed.redirect(next));
    }

    @Override
    public void hangUp(String why) {
        then(placed -> placed.hangUp(EndedBy.REST, why));
    }

    @Override
    public void found(Finding finding) {
        then(placed -> placed.found(finding));
    }

    @Override
    public void faultBegan(String fault) {
        then(placed -> placed.faultBegan(fault));
    }

    private void then(Consumer<TwilioCall> action) {
        var unused = call.thenAccept(action);
    }
}
