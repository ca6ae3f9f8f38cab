package dev.sidetone.simulator.twilio;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.twilio.rest.CallHandle;
import dev.sidetone.simulator.twilio.rest.TwimlSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A call in the book as the REST API may touch it: what is wished of one that is not placed yet waits until it is. For any thread. */
final class PendingCall implements CallHandle {
    private final CompletableFuture<LineCall> call = new CompletableFuture<>();

    /** A call that is being placed already. */
    static PendingCall of(LineCall placed) {
        PendingCall dialled = new PendingCall();
        dialled.placed(placed);
        return dialled;
    }

    void placed(LineCall placed) {
        call.complete(placed);
    }

    @Override
    public void redirect(TwimlSource next) {
        then(placed -> placed.redirect(next));
    }

    @Override
    public void hangUp(String why) {
        then(placed -> placed.hangUpFromOutside(EndedBy.REST, why));
    }

    @Override
    public void found(Finding finding) {
        then(placed -> placed.foundFromOutside(finding));
    }

    @Override
    public void befell(String fault) {
        then(placed -> placed.befellOutside(fault));
    }

    private void then(Consumer<LineCall> doing) {
        var unused = call.thenAccept(doing);
    }
}
